import type * as z from 'zod/mini'

/** The first message for each field that a schema refused, as the Agent API's own `details` have it. */
export function fieldMessages(error: z.core.$ZodError): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.filter((step, index) => index > 0 || step !== 'changes').join('.') || 'body'
    messages[name] ??= issue.message
  }
  return messages
}

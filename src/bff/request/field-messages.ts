import type * as z from 'zod/mini'

/** Parts of a body that hold a lead's fields: a form knows the fields, not where they are sent. */
const frames: readonly unknown[] = ['changes', 'lead']

/** The first message for each field that a schema refused, as the Agent API's own `details` have it. */
export function fieldMessages(error: z.core.$ZodError): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.filter((step, index) => index > 0 || !frames.includes(step)).join('.') || 'body'
    messages[name] ??= issue.message
  }
  return messages
}

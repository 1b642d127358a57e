import type * as z from 'zod/mini'
import { invalid } from './agent-error.ts'

/** Parses with the contract's schema; a refusal maps each field to its first message. */
export function parseInput<T extends z.ZodMiniType>(schema: T, value: unknown, whole: 'query' | 'body'): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const details: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const field = issue.path.length === 0 ? whole : String(issue.path[0])
    details[field] ??= issue.message
  }
  throw invalid(details)
}

import type { Endpoint } from '#contract/endpoint.ts'
import { BffError } from '../own/bff-error.ts'
import { fieldMessages } from './field-messages.ts'

/** The query that may go up: parameters of the table only, each checked. A repeated one is refused, not guessed at. */
export function checkQuery(endpoint: Endpoint, rawQuery: string): Readonly<Record<string, unknown>> {
  if (endpoint.query === undefined || rawQuery === '') return {}
  const given: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    if (!Object.hasOwn(endpoint.query.shape, name)) continue
    if (Object.hasOwn(given, name)) throw new BffError('BAD_REQUEST', 'A parameter is repeated', { [name]: 'Repeated' })
    given[name] = value
  }
  const parsed = endpoint.query.safeParse(given)
  if (!parsed.success) throw new BffError('BAD_REQUEST', 'Invalid parameters', fieldMessages(parsed.error))
  return parsed.data
}

import * as z from 'zod/mini'

/** Messages are short and plain, as the specification's own example gives them ("Required", "Invalid email"). */
export const required = 'Required'

/** A text of `min` to `max` UTF-16 units. */
export function text(max: number, min = 0) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? required : 'Must be text') })
    .check(
      z.minLength(min, min === 1 ? required : `Must be at least ${min} characters`),
      z.maxLength(max, `Must be at most ${max} characters`),
    )
}

/** A text of an answer that may be missing or null: both are unknown. */
export const textOrNothing = z.optional(z.nullable(z.string()))

/** A number of an answer that may be missing or null: both are unknown, never zero. */
export const numberOrNothing = z.optional(z.nullable(z.number()))

/** One value of a vocabulary; the message lists what is allowed. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `Must be one of: ${values.join(', ')}` })
}

/** An e-mail address, as the Agent API checks it. */
export function email(max: number) {
  return z
    .string({ error: 'Must be text' })
    .check(z.maxLength(max, `Must be at most ${max} characters`), z.regex(z.regexes.email, 'Invalid email'))
}

export function uuid() {
  return z.string({ error: 'Must be text' }).check(z.regex(z.regexes.guid, 'Invalid UUID'))
}

/** A finite amount of money, never negative; the unit is the workspace's currency. */
export function amount() {
  return z
    .number({ error: 'Must be a number' })
    .check(z.gte(0, 'Must be 0 or more'), z.lte(Number.MAX_SAFE_INTEGER, 'Too large'))
}

/** A whole number written in a query string. */
export function wholeNumberText(min: number, max: number) {
  const message = `Must be a whole number from ${min} to ${max}`
  return z.pipe(
    z.pipe(z.string({ error: message }).check(z.regex(/^\d{1,9}$/, message)), z.transform(Number)),
    z.int(message).check(z.gte(min, message), z.lte(max, message)),
  )
}

const isoDate = /^\d{4}-\d{2}-\d{2}(T(?:[01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** An ISO 8601 date, or date and time. A bare date or a time without offset is local to the workspace. */
export function isoDateText() {
  const message = 'Must be an ISO 8601 date'
  return z.string({ error: message }).check(
    z.regex(isoDate, message),
    z.refine((value) => {
      // The day by itself: V8 reads impossible days where the offset has no colon.
      const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
      if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value.slice(0, 10))) return false
      return !Number.isNaN(Date.parse(value.length > 10 && !/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? `${value}Z` : value))
    }, message),
  )
}

/** Ids as the proxy lets them into a path (safety S6). */
export function pathId() {
  return z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'Invalid id'))
}

import * as z from 'zod/mini'
import { roles } from './roles.ts'
import { text, uuid } from './text-schemas.ts'

/** Characters of a passphrase. The most is far above what people type: it only bounds what is hashed. */
export const passphraseLimits = { min: 12, max: 200 } as const

/** Characters of the name that notes and audit lines carry. */
export const personNameLimit = 60

/** How long a session lasts, in milliseconds: without use, and at most. */
export const sessionTimes = { idleMs: 12 * 60 * 60_000, wholeMs: 7 * 24 * 60 * 60_000 } as const

/** Control characters, line and direction marks: in a note or a log line they could pass for something else. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const name = text(personNameLimit).check(
  z.refine((value) => value.trim() !== '', 'Required'),
  z.refine((value) => !invisible.test(value), 'Must be plain text'),
)

/** Who is at this browser. `role` is null while somebody has to sign in first; without sign-in everybody is a manager. */
export const session = z.object({
  signIn: z.enum(['none', 'required']),
  role: z.nullable(z.enum(roles)),
  /** The person's own name; null without sign-in. */
  name: z.nullable(z.string()),
  /** Which member of the workspace they said to be. */
  memberId: z.nullable(z.string()),
})
export type Session = z.output<typeof session>

export const signIn = z.object({
  passphrase: text(passphraseLimits.max, 1),
  name,
  memberId: z.optional(uuid()),
})
export type SignIn = z.output<typeof signIn>

/** What somebody says of themselves; what is not named stays, null takes the member away. */
export const sessionChange = z.object({ name: z.optional(name), memberId: z.optional(z.nullable(uuid())) })
export type SessionChange = z.output<typeof sessionChange>

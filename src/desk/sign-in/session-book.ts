import * as z from 'zod/mini'
import { type Role, roles } from '#contract/roles.ts'
import { type SessionChange, sessionTimes } from '#contract/session.ts'

/** Sessions of one role at most: the one that was used longest ago goes first, never one of another role, which anybody with a passphrase could end so. */
export const sessionLimit = 500

/** One session. `key` is a hash of its token: who reads the file cannot sign in with it. Instants are epoch milliseconds. */
const keptSession = z.object({
  key: z.string(),
  role: z.enum(roles),
  name: z.string(),
  memberId: z.nullable(z.string()),
  startedAt: z.number(),
  usedAt: z.number(),
})
export type KeptSession = z.output<typeof keptSession>

/** All sessions, in the order in which they began. */
export const sessionBook = z.array(keptSession)
export type SessionBook = readonly KeptSession[]

function lasts({ startedAt, usedAt }: KeptSession, now: number): boolean {
  return now - usedAt < sessionTimes.idleMs && now - startedAt < sessionTimes.wholeMs
}

export function beginSession(
  book: SessionBook,
  given: Pick<KeptSession, 'key' | 'role' | 'name' | 'memberId'>,
  now: number,
): SessionBook {
  const open = book.filter((one) => lasts(one, now))
  const ofRole = open.filter(({ role }) => role === given.role)
  const spare = ofRole.length - sessionLimit + 1
  const gone = new Set(spare > 0 ? ofRole.toSorted((a, b) => a.usedAt - b.usedAt).slice(0, spare) : [])
  return [...open.filter((one) => !gone.has(one)), { ...given, startedAt: now, usedAt: now }]
}

/** The session of a key, undefined where it has ended. */
export function findSession(book: SessionBook, key: string, now: number): KeptSession | undefined {
  return book.find((one) => one.key === key && lasts(one, now))
}

export function touchSession(book: SessionBook, key: string, now: number): SessionBook {
  return book.map((one) => (one.key === key ? { ...one, usedAt: Math.max(one.usedAt, now) } : one))
}

export function changeSession(book: SessionBook, key: string, { name, memberId }: SessionChange): SessionBook {
  return book.map((one) =>
    one.key === key
      ? { ...one, name: name ?? one.name, memberId: memberId === undefined ? one.memberId : memberId }
      : one,
  )
}

export function endSession(book: SessionBook, key: string): SessionBook {
  return book.filter((one) => one.key !== key)
}

/** For a passphrase that was changed or taken away: who came in by it must come in anew. */
export function endSessionsOf(book: SessionBook, role: Role): SessionBook {
  return book.filter((one) => one.role !== role)
}

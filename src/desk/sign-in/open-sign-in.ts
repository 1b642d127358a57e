import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Role } from '#contract/roles.ts'
import type { SessionChange, SignIn } from '#contract/session.ts'
import { openKeptFile } from '../kept-file.ts'
import { createPassphraseCheck, hashPassphrases, type Passphrases } from './passphrases.ts'
import {
  beginSession,
  changeSession,
  endSession,
  endSessionsOf,
  findSession,
  type KeptSession,
  type SessionBook,
  sessionBook,
  touchSession,
} from './session-book.ts'
import { createTryLimits } from './try-limits.ts'

export interface SignInOptions {
  readonly directory: string
  /** One for each role that may sign in; at least one. */
  readonly passphrases: Passphrases
  /** Told where a damaged file was kept aside: everybody then signs in anew. */
  readonly warn?: (keptAside: string) => void
  /** Epoch milliseconds; tests pass their own. */
  readonly now?: () => number
}

/** That a session is used is written down at most so often, in milliseconds: a restart may end one that much early. */
const touchEveryMs = 5 * 60_000

/** Seconds to come back after, where too many wait to be looked at. */
const busyForS = 2

const keptFile = z.object({
  /** argon2 hashes, to know at the next start whether a passphrase was changed. */
  hashes: z.object({
    manager: z.optional(z.string()),
    rep: z.optional(z.string()),
    executive: z.optional(z.string()),
  }),
  sessions: sessionBook,
})

interface Person {
  readonly role: Role
  readonly name: string
  readonly memberId: string | null
}

/** Passphrases and sessions. The file in the data directory keeps people signed in over a restart. */
export async function openSignIn({ directory, passphrases, warn = () => undefined, now = Date.now }: SignInOptions) {
  const file = await openKeptFile({
    path: join(directory, 'sessions.json'),
    schema: keptFile,
    initial: { hashes: {}, sessions: [] },
    warn,
  })
  const { hashes, changed } = await hashPassphrases(passphrases, file.value.hashes)
  const roleOf = await createPassphraseCheck(hashes)
  const limits = createTryLimits(now)
  let book: SessionBook = changed.reduce<SessionBook>(endSessionsOf, file.value.sessions)
  let writtenAt = now()

  function keep(next: SessionBook): Promise<void> {
    book = next
    writtenAt = now()
    return file.replace({ hashes, sessions: [...next] })
  }

  await keep(book)

  return {
    async find(token: string): Promise<Person | null> {
      const key = keyOf(token)
      const at = now()
      const found = findSession(book, key, at)
      if (found === undefined) return null
      book = touchSession(book, key, at)
      if (at - writtenAt >= touchEveryMs) keep(book).catch(() => undefined)
      return personOf(found)
    },

    async signIn(
      {
        passphrase,
        name,
        memberId = null,
      }: Omit<SignIn, 'memberId'> & { readonly memberId?: string | null | undefined },
      from: string,
    ) {
      const { waitMs, takeBack } = limits.begin(from)
      if (waitMs > 0) return { kind: 'later', retryAfterS: Math.ceil(waitMs / 1000) } as const
      const turn = roleOf(passphrase)
      if (turn === null) {
        takeBack()
        return { kind: 'later', retryAfterS: busyForS } as const
      }
      const role = await turn
      if (role === 'nobody') return { kind: 'wrong' } as const
      takeBack()
      const token = randomBytes(32).toString('base64url')
      const person = { role, name, memberId }
      // Where the disk is full, the session lasts until the next restart.
      await keep(beginSession(book, { key: keyOf(token), ...person }, now())).catch(() => undefined)
      return { kind: 'in', token, person } as const
    },

    async change(token: string, change: SessionChange): Promise<Person | null> {
      const key = keyOf(token)
      await keep(changeSession(book, key, change))
      const found = findSession(book, key, now())
      return found === undefined ? null : personOf(found)
    },

    /** Rejects where that cannot be written: the session would be back after a restart. */
    async signOut(token: string): Promise<void> {
      await keep(endSession(book, keyOf(token)))
    },

    /** Resolves when everything is on the disk. */
    async close(): Promise<void> {
      await keep(book).catch(() => undefined)
      await file.settled()
    },
  }
}

function personOf({ role, name, memberId }: KeptSession): Person {
  return { role, name, memberId }
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

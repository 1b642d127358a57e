import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Role } from '#contract/roles.ts'
import type { SessionChange, SignIn } from '#contract/session.ts'
import { openKeptFile } from '../kept-file.ts'
import type { Peers } from '../peers.ts'
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
  /** Other servers with the same directory: they share the sessions, each counts tries by itself. */
  readonly peers?: Peers | undefined
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
export async function openSignIn({
  directory,
  passphrases,
  peers,
  warn = () => undefined,
  now = Date.now,
}: SignInOptions) {
  const file = await openKeptFile({
    path: join(directory, 'sessions.json'),
    schema: keptFile,
    initial: { hashes: {}, sessions: [] },
    warn,
    peers,
  })
  const { hashes, changed } = await hashPassphrases(passphrases, file.value.hashes)
  const roleOf = await createPassphraseCheck(hashes)
  const limits = createTryLimits(now)
  /** When sessions were used that are not written down yet, by key. */
  const touches = new Map<string, number>()
  let writtenAt = now()

  function touched(sessions: SessionBook): SessionBook {
    return [...touches].reduce((book, [key, at]) => touchSession(book, key, at), sessions)
  }

  function change(update: (sessions: SessionBook) => SessionBook): Promise<void> {
    return file.change(({ sessions }) => ({ hashes, sessions: [...update(sessions)] }))
  }

  async function writeTouches(): Promise<void> {
    writtenAt = now()
    const written = new Map(touches)
    await change(touched)
    for (const [key, at] of written) if (touches.get(key) === at) touches.delete(key)
  }

  function find(key: string): KeptSession | undefined {
    const own = file.value.sessions.filter((one) => one.key === key)
    const at = touches.get(key)
    return findSession(at === undefined ? own : touchSession(own, key, at), key, now())
  }

  await change((sessions) => changed.reduce<SessionBook>(endSessionsOf, sessions))

  return {
    async find(token: string): Promise<Person | null> {
      const key = keyOf(token)
      // Another server may just have begun or ended it, and its word may not have come.
      await file.refresh()
      const found = find(key)
      if (found === undefined) return null
      touches.set(key, now())
      // What cannot be written is written with the next one.
      if (now() - writtenAt >= touchEveryMs) writeTouches().catch(() => undefined)
      return personOf(found)
    },

    /** Not a use of it: who only listens may have gone home. */
    async lasts(token: string): Promise<boolean> {
      await file.refresh()
      return find(keyOf(token)) !== undefined
    },

    /** Rejects where a session cannot be written down. */
    async signIn(
      {
        passphrase,
        name,
        memberId = null,
      }: Omit<SignIn, 'memberId'> & { readonly memberId?: string | null | undefined },
      from: string,
    ) {
      const { waitMs, takeBack, accept } = limits.begin(from)
      if (waitMs > 0) return { kind: 'later', retryAfterS: Math.ceil(waitMs / 1000) } as const
      const turn = roleOf(passphrase)
      if (turn === null) {
        takeBack()
        return { kind: 'later', retryAfterS: busyForS } as const
      }
      const role = await turn
      if (role === 'nobody') return { kind: 'wrong' } as const
      accept()
      const token = randomBytes(32).toString('base64url')
      const person = { role, name, memberId }
      const at = now()
      await change((sessions) => beginSession(touched(sessions), { key: keyOf(token), ...person }, at))
      return { kind: 'in', token, person } as const
    },

    async change(token: string, said: SessionChange): Promise<Person | null> {
      const key = keyOf(token)
      await change((sessions) => changeSession(sessions, key, said))
      const found = find(key)
      return found === undefined ? null : personOf(found)
    },

    /** Rejects where that cannot be written: the session would be back after a restart. */
    async signOut(token: string): Promise<void> {
      const key = keyOf(token)
      touches.delete(key)
      await change((sessions) => endSession(sessions, key))
    },

    /** Resolves when everything is on the disk. */
    async close(): Promise<void> {
      await writeTouches().catch(() => undefined)
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

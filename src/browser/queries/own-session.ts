import { useSyncExternalStore } from 'react'
import { mayUse } from '#contract/access.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import type { Role } from '#contract/roles.ts'
import type { Session } from '#contract/session.ts'

/**
 * Who is at this browser, for everything that asks: null until the server, or this browser's memory of last time, has told.
 * What a role lacks is then not even asked for; the server would refuse it anyway.
 */
let present: Session | null = null
const listeners = new Set<() => void>()

export function ownSession(): Session | null {
  return present
}

export function putOwnSession(session: Session | null): void {
  if (JSON.stringify(session) === JSON.stringify(present)) return
  present = session
  for (const listener of listeners) listener()
}

/** The server says that nobody is signed in here, or not any more. */
export function endOwnSession(): void {
  putOwnSession({ signIn: 'required', role: null, name: null, memberId: null })
}

/** Why a call would be refused; null where it may be tried, also while nobody knows. */
export function refusalOf(endpoint: Endpoint): 'signed-out' | 'role' | null {
  if (present === null || mayUse(present.role, endpoint)) return null
  return present.role === null ? 'signed-out' : 'role'
}

export function useOwnSession(): Session | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, ownSession)
}

/** The role at this browser; a manager's while nobody knows, for what is shown and not for what is allowed. */
export function useRole(): Role {
  return useOwnSession()?.role ?? 'manager'
}

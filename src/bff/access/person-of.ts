import { mayUse } from '#contract/access.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { BffError } from '../own/bff-error.ts'
import { tokenOf } from './session-cookie.ts'
import type { Person, SignInPort } from './sign-in-port.ts'

/** Where nobody has to sign in: one person's tool. */
export const soleUser: Person = { role: 'manager', name: null, memberId: null }

/** Tells who asks; null where somebody has to sign in first. For everything that acts by role: routes, streams. */
export type PersonOf = (request: Request) => Promise<Person | null>

export function createPersonOf(signIn: SignInPort | null): PersonOf {
  return async (request) => {
    if (signIn === null) return soleUser
    const token = tokenOf(request)
    return token === null ? null : signIn.find(token)
  }
}

/** Throws where a person may not use a row of the tables. Before anything else of the request is read. */
export function checkAccess(person: Person | null, endpoint: Endpoint): void {
  if (mayUse(person?.role ?? null, endpoint)) return
  if (person === null) throw new BffError('SIGN_IN_REQUIRED', 'Sign in first')
  throw new BffError('ROLE_FORBIDDEN', 'Your role does not include this', { role: person.role })
}

import type { Role } from '#contract/roles.ts'
import type { SessionChange, SignIn } from '#contract/session.ts'

/** Who asks. Without sign-in everybody is a manager without a name. */
export interface Person {
  readonly role: Role
  readonly name: string | null
  readonly memberId: string | null
}

export type SignInEnd =
  /** `token` is the one thing that proves it from now on: it goes into the cookie and nowhere else. */
  | { readonly kind: 'in'; readonly token: string; readonly person: Person }
  | { readonly kind: 'wrong' }
  /** Nothing was looked at. */
  | { readonly kind: 'later'; readonly retryAfterS: number }

/** What the proxy needs of whoever keeps the sessions. */
export interface SignInPort {
  /** Whose session a token is, which counts as its use; null for one that has ended or never was. */
  find(token: string): Promise<Person | null>
  /** Whether a session still lasts; that is no use of it. */
  lasts(token: string): Promise<boolean>
  /** `from`: the address that tries are counted by. */
  signIn(given: SignIn, from: string): Promise<SignInEnd>
  /** Null where the session has ended. */
  change(token: string, change: SessionChange): Promise<Person | null>
  signOut(token: string): Promise<void>
}

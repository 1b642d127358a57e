import { roles } from '#contract/roles.ts'
import type { Session } from '#contract/session.ts'
import { readPreference, writePreference } from '../preference.ts'

/** The role of last time, shared by all tabs: the next start begins with it, and the server corrects it. No personal data. */
export const rolePreference = 'role'
const withoutSignIn = 'none'

/** What to begin with while the server has not told; null on a first visit, and after signing out. */
export function rememberedSession(): Session | null {
  const kept = readPreference(rolePreference)
  if (kept === withoutSignIn) return { signIn: 'none', role: 'manager', name: null, memberId: null }
  const role = roles.find((one) => one === kept)
  return role === undefined ? null : { signIn: 'required', role, name: null, memberId: null }
}

/** What all tabs share of a session. */
export function roleToRemember({ signIn, role }: Session): string | null {
  return signIn === 'none' ? withoutSignIn : role
}

export function rememberSession(session: Session): void {
  const next = roleToRemember(session)
  if (readPreference(rolePreference) !== next) writePreference(rolePreference, next)
}

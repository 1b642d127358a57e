import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { Navigate, useLocation } from 'react-router'
import { rememberSession, rolePreference, roleToRemember } from '#parts/access/remembered-role.ts'
import { readWayBack, wayBackOf } from '#parts/access/way-back.ts'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { usePreference } from '#parts/preference.ts'
import { useOwnSession } from '#queries/own-session.ts'
import { signInPath, useSession } from '#queries/session.ts'
import { SignInScreen } from './sign-in-screen.tsx'

/** Lets those in who are signed in, or need not be. Everybody else signs in first, and loads nothing else. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const location = useLocation()
  const asked = useSession()
  const session = useOwnSession()
  useEffect(() => {
    if (session !== null) rememberSession(session)
  }, [session])
  // Somebody signed in or out in another tab: both have one session.
  const remembered = usePreference(rolePreference)
  const follow = useEffectEvent((role: string | null) => {
    if (session !== null && roleToRemember(session) !== role) asked.askAgain()
  })
  useEffect(() => follow(remembered), [remembered])
  if (session === null) {
    return asked.failure === null ? null : <FailureFace failure={asked.failure} askAgain={asked.askAgain} />
  }
  const isAtSignIn = location.pathname === signInPath
  if (session.role === null) {
    if (isAtSignIn) return <SignInScreen />
    return <Navigate to={signInPath} replace state={{ back: wayBackOf(location) }} />
  }
  if (isAtSignIn) {
    const back = readWayBack(location.state, session.role)
    return <Navigate to={back.to} replace state={back.state} />
  }
  return children
}

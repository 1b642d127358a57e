import type { Location } from 'react-router'
import { homeOf, mayOpen } from '#contract/access.ts'
import type { Role } from '#contract/roles.ts'
import { signInPath } from '#queries/session.ts'

/** Where one was when sign-in came between: it lives in the history's state, where no link can put it. */
export interface WayBack {
  readonly to: string
  /** With what the history knew of that place: the search text. */
  readonly state: unknown
}

export function wayBackOf({ pathname, search, state }: Pick<Location, 'pathname' | 'search' | 'state'>): WayBack {
  return { to: pathname + search, state }
}

/** Where to go once somebody has signed in: back to a page of theirs inside this dashboard, else to where their role begins. */
export function readWayBack(state: unknown, role: Role): WayBack {
  const home = { to: homeOf(role), state: null }
  if (typeof state !== 'object' || state === null || !('back' in state)) return home
  const { back } = state
  if (typeof back !== 'object' || back === null || !('to' in back) || typeof back.to !== 'string') return home
  const [pathname = ''] = back.to.split(/[?#]/, 1)
  // One slash and no backslash: nothing that could be read as another host.
  const isInside = /^\/(?![/\\])[^\\]*$/.test(back.to) && pathname !== signInPath
  const isFrontDoor = pathname === '/' && !mayOpen(role, '/')
  return isInside && !isFrontDoor ? { to: back.to, state: 'state' in back ? back.state : null } : home
}

import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Session } from '#contract/session.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Log } from '../log-line.ts'
import { BffError } from '../own/bff-error.ts'
import { dataAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler } from '../own/own-route.ts'
import { readBody } from '../request/read-body.ts'
import { soleUser } from './person-of.ts'
import { sessionCookie, tokenOf } from './session-cookie.ts'
import type { Person, SignInPort } from './sign-in-port.ts'
import { whoOf } from './who-of.ts'

/** Read, sign in, change what one says of oneself, sign out. Without sign-in there is nothing to do but to read that. */
export function sessionRoutes({
  signIn: port,
  log,
  live,
}: {
  readonly signIn: SignInPort | null
  readonly log: Log
  readonly live: { readonly hub: Pick<LiveHub, 'lookAgain'> }
}) {
  function present(): SignInPort {
    if (port === null) throw new BffError('ROUTE_NOT_FOUND', 'Nobody has to sign in here')
    return port
  }

  function sessionOf(person: Person | null): Session {
    if (port === null) return { signIn: 'none', ...soleUser }
    return { signIn: 'required', ...(person ?? { role: null, name: null, memberId: null }) }
  }

  /** Its streams end with it. */
  async function end(sessions: SignInPort, token: string): Promise<void> {
    await sessions.signOut(token)
    await live.hub.lookAgain()
  }

  const readSession: OwnRouteHandler = async (_, __, requestId, { person }) => dataAnswer(sessionOf(person), requestId)

  const signIn: OwnRouteHandler = async (request, _, requestId, { from }) => {
    const sessions = present()
    const given = await readBody(request, bffEndpoints.signIn.body)
    const tried = await sessions.signIn({ ...given, name: given.name.trim() }, from)
    if (tried.kind === 'later') {
      log({ level: 'warn', event: 'sign-in', requestId, code: 'TOO_MANY_TRIES' })
      throw new BffError('TOO_MANY_TRIES', 'Too many wrong passphrases; wait', null, { retryAfterS: tried.retryAfterS })
    }
    if (tried.kind === 'wrong') {
      log({ level: 'warn', event: 'sign-in', requestId, code: 'WRONG_PASSPHRASE' })
      throw new BffError('WRONG_PASSPHRASE', 'No role has this passphrase')
    }
    // A browser has one session: what it had before must not live on unseen.
    const before = tokenOf(request)
    if (before !== null) await end(sessions, before)
    log({ level: 'info', event: 'sign-in', requestId, ...whoOf(tried.person) })
    const cookie = { 'set-cookie': sessionCookie(tried.token) }
    return dataAnswer(sessionOf(tried.person), requestId, bffEndpoints.signIn.status, cookie)
  }

  const changeSession: OwnRouteHandler = async (request, _, requestId) => {
    const sessions = present()
    const change = await readBody(request, bffEndpoints.changeSession.body)
    const token = tokenOf(request)
    const named = change.name === undefined ? change : { ...change, name: change.name.trim() }
    const person = token === null ? null : await sessions.change(token, named)
    if (person === null) throw new BffError('SIGN_IN_REQUIRED', 'Sign in first')
    return dataAnswer(sessionOf(person), requestId)
  }

  const signOut: OwnRouteHandler = async (request, _, requestId, { person }) => {
    if (port === null) return dataAnswer(sessionOf(null), requestId)
    const token = tokenOf(request)
    if (token !== null) await end(port, token)
    if (person !== null) log({ level: 'info', event: 'sign-out', requestId, ...whoOf(person) })
    return dataAnswer(sessionOf(null), requestId, 200, { 'set-cookie': sessionCookie(null) })
  }

  return { readSession, signIn, changeSession, signOut }
}

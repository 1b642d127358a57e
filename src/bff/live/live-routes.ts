import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { agentHeaders, lastEventIdHeader } from '#contract/headers.ts'
import { tokenOf } from '../access/session-cookie.ts'
import type { SignInPort } from '../access/sign-in-port.ts'
import { BffError } from '../own/bff-error.ts'
import { dataAnswer } from '../own/own-answer.ts'
import type { OwnRouteHandler } from '../own/own-route.ts'
import { readBody } from '../request/read-body.ts'
import type { Live } from './open-live.ts'

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A proxy in front must pass each event on as it comes; this is the word that nginx and others go by.
  'x-accel-buffering': 'no',
  // Its end is the connection's: a stop need not wait for somebody to use it again.
  connection: 'close',
} as const

/** The stream, and the sign that somebody is there. */
export function liveRoutes({
  live: { hub, activity },
  signIn,
}: {
  readonly live: Pick<Live, 'hub' | 'activity'>
  readonly signIn: SignInPort | null
}) {
  const events: OwnRouteHandler = async (request, _, requestId, { person }) => {
    if (person === null) throw new BffError('SIGN_IN_REQUIRED', 'Sign in first')
    const token = tokenOf(request)
    const mayListen = async () => signIn === null || (token !== null && (await signIn.lasts(token)))
    const body = hub.open(person.role, request.headers.get(lastEventIdHeader), mayListen)
    return new Response(body, { headers: { ...streamHeaders, [agentHeaders.requestId]: requestId } })
  }

  const notePresence: OwnRouteHandler = async (request, _, requestId) => {
    const present = await readBody(request, bffEndpoints.notePresence.body)
    activity.note()
    return dataAnswer(present, requestId)
  }

  return { events, notePresence }
}

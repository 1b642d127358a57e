import { errorAnswer } from '#contract/envelope.ts'
import { agentHeaders } from '#contract/headers.ts'
import { ownEnvelope } from '../own/own-envelope.ts'
import { decodeBody } from './decode-body.ts'
import type { RawAnswer } from './exchange.ts'
import type { UpstreamAnswer } from './upstream-call.ts'
import { UpstreamFailure } from './upstream-failure.ts'

const digits = /^\d{1,16}$/
/** What of the upstream's headers may go down, and in which form (safety S7). `content-type` is always JSON here. */
const passedHeaders: readonly (readonly [string, RegExp])[] = [
  [agentHeaders.requestId, /^[\w.:-]{1,128}$/],
  [agentHeaders.rateLimit, digits],
  [agentHeaders.rateRemaining, digits],
  [agentHeaders.rateReset, digits],
  // Seconds or a date.
  [agentHeaders.retryAfter, /^[\w ,:+-]{1,64}$/],
]

/** Statuses that keep their meaning though the body is foreign: a gateway in between may give them. */
const foreign: Readonly<Record<number, readonly [string, string]>> = {
  401: ['UNAUTHORIZED', 'The key was refused'],
  403: ['FORBIDDEN', 'The call was refused'],
  404: ['NOT_FOUND', 'Not found'],
  429: ['RATE_LIMITED', 'Too many requests'],
}

/** Lets an answer through if it is JSON in a known frame and does not hold the key; else throws `UpstreamFailure`. */
export async function checkAnswer(
  raw: RawAnswer,
  findsKey: (text: string) => boolean,
  now: () => number,
): Promise<UpstreamAnswer> {
  const answeredAt = now()
  const { status } = raw
  const mayHaveActed = status < 400 || status >= 500
  if (!canBePassedOn(status)) throw new UpstreamFailure('invalid', mayHaveActed)
  const body = await decodeBody(raw)
  const headers: Record<string, string> = {}
  for (const [name, form] of passedHeaders) {
    const value = raw.headers[name]
    if (typeof value === 'string' && form.test(value) && !findsKey(value)) headers[name] = value
  }
  const holdsKey = body !== null && findsKey(body.text)
  const saidAt = Date.parse(raw.headers.date ?? '')
  const times = { answeredAt, ...(Number.isNaN(saidAt) ? {} : { saidAt }) }
  if (body !== null && !holdsKey && (status < 300 || errorAnswer.safeParse(body.json).success)) {
    return { status, headers, text: body.text, json: body.json, documented: true, ...times }
  }
  const meaning = holdsKey ? undefined : foreign[status]
  if (meaning === undefined) {
    const isGateways = !holdsKey && status >= 502 && status <= 504
    throw new UpstreamFailure('invalid', mayHaveActed, { isGateways })
  }
  const json = { ...ownEnvelope(...meaning) }
  return { status, headers, text: JSON.stringify(json), json, documented: false, ...times }
}

/** Redirects are not followed (S8); 205 and numbers outside HTTP cannot be answered with a body at all. */
function canBePassedOn(status: number): boolean {
  return (status >= 200 && status <= 204) || (status >= 400 && status <= 599)
}

import { answers, fault, heads, lies, liesAbout, type PlantedFault, type Server } from './faulty-server.ts'

/** Faults of the frame: keys, headers, envelopes. */
export const plantedAnswerFaults: readonly PlantedFault[] = [
  fault('a missing key is 403', 'without a key', answers(401, 403)),
  fault('any key is taken', 'an unknown key', (honest) => async (request) => {
    const isWrong = request.headers.get('authorization')?.includes('no-such-key') === true
    return isWrong ? Response.json({ success: true, data: {} }) : honest(request)
  }),
  fault(
    'SKILL.md needs a key',
    'SKILL.md',
    lies((answer, url) => {
      if (url.pathname.endsWith('.md')) answer.status = 401
    }),
  ),
  fault('no request id', 'every answer has an X-Request-Id', heads('x-request-id', null)),
  fault(
    'one request id for all',
    'every answer has an X-Request-Id',
    heads('x-request-id', '3f2a9c41-7d15-4b8e-9a60-1c5e8f2b7d01'),
  ),
  fault('the window in milliseconds', 'every answer tells the limit', heads('x-ratelimit-reset', '1795711409681')),
  fault('refusals without the limit', 'every answer tells the limit', heads('x-ratelimit-limit', null, true)),
  fault('nothing counts', 'each call with the key', heads('x-ratelimit-remaining', '599')),
  fault('another limit than the plan', 'the limit is that', heads('x-ratelimit-limit', '500')),
  fault('called HTML', 'every answer is JSON', heads('content-type', 'text/html')),
  fault(
    'errors without details',
    'every error has',
    lies(({ body }) => delete body.error?.details),
  ),
  fault('an error with the status of another', 'every error has', answers(401, 404)),
  fault(
    'codes in lower case',
    'every error has',
    lies(({ body }) => {
      if (body.error !== undefined) body.error.code = body.error.code.toLowerCase()
    }),
  ),
  fault(
    'errors that call themselves good',
    'every good answer',
    lies(({ body }) => {
      if (body.error !== undefined) body.success = true
    }),
  ),
  fault('429 without Retry-After', 'a 429 carries', limitedAtTimes),
  fault(
    'a currency in words',
    'the zone is',
    liesAbout('/workspace', (data) => {
      data.currency = 'Rupiah'
    }),
  ),
  fault('an unknown path is an empty answer', 'an unknown path', answers(404, 200)),
]

/** Every third call is refused, without telling for how long. */
function limitedAtTimes(honest: Server): Server {
  let calls = 0
  const error = { code: 'RATE_LIMITED', message: 'Rate limit exceeded', details: null }
  const refusing = lies((answer) => {
    calls += 1
    if (calls % 3 === 0) Object.assign(answer, { status: 429, body: { success: false, error } })
  })
  return refusing(honest)
}

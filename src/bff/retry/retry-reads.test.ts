import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Forward, UpstreamCall } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createRetry, retryRules } from './retry-reads.ts'

type Result = number | UpstreamFailure

/** Retries before an upstream that answers with these, then well; `share` of its span is what each pause takes. */
function begin(results: Result[], share = 0.5, headers: Record<string, string> = {}) {
  const clock = createVirtualClock()
  const askedAt: number[] = []
  const core: Forward = async () => {
    askedAt.push(clock.now())
    const result = results.shift() ?? 200
    if (result instanceof UpstreamFailure) throw result
    return { status: result, headers, text: '', json: {}, documented: true, answeredAt: clock.now() }
  }
  const forward = createRetry(clock, () => share)(core)
  async function ask(call: UpstreamCall = { name: 'listLeads' }) {
    const asked = forward(call).then(
      ({ status }) => status,
      ({ kind }: UpstreamFailure) => kind,
    )
    await clock.runOut()
    return asked
  }
  return { clock, askedAt, forward, ask }
}

const lost = () => new UpstreamFailure('unreachable', true)
const gateway = () => new UpstreamFailure('invalid', true, { isGateways: true })

describe('a read', () => {
  test.each<[string, () => Result]>([
    ['a lost connection', lost],
    ['a gateway’s error', gateway],
    ['an error of the upstream', () => 500],
  ])('is tried three times at most after %s, with growing pauses', async (_, result) => {
    const well = begin([result(), result()], 1)
    expect(await well.ask()).toBe(200)
    expect(well.askedAt.map((at) => at - (well.askedAt[0] ?? 0))).toEqual([0, 200, 600])
    const ill = begin([result(), result(), result(), result()])
    expect(await ill.ask()).not.toBe(200)
    expect(ill.askedAt).toHaveLength(3)
  })

  test.each<[string, Result]>([
    ['a time-out', new UpstreamFailure('timeout', true)],
    ['an answer that cannot be read', new UpstreamFailure('invalid', true)],
    ['a budget that is used up', new UpstreamFailure('busy', false, { retryAfterMs: 1000 })],
    ['an open breaker', new UpstreamFailure('unreachable', false, { retryAfterMs: 1000 })],
    ['a client who left', new UpstreamFailure('left', false)],
    ['a refusal', 403],
    ['too many requests', 429],
  ])('is not tried again after %s', async (_, result) => {
    const { ask, askedAt } = begin([result])
    await ask()
    expect(askedAt).toHaveLength(1)
  })

  test('that was told when to come again is not tried before', async () => {
    const { ask, askedAt } = begin([503], 0.5, { 'retry-after': '5' })
    expect(await ask()).toBe(503)
    expect(askedAt).toHaveLength(1)
  })

  test('whose client leaves in a pause ends at once', async () => {
    const { forward, askedAt } = begin([lost()], 1)
    const stop = new AbortController()
    const asked = forward({ name: 'listLeads', signal: stop.signal }).catch(({ kind }: UpstreamFailure) => kind)
    await Promise.resolve()
    await Promise.resolve()
    stop.abort()
    expect(await asked).toBe('left')
    expect(askedAt).toHaveLength(1)
  })
})

test.each<UpstreamCall>([
  { name: 'updateLead' },
  { name: 'createLead' },
  { name: 'createTicket' },
  { name: 'getLead', purpose: 'write' },
])('a write, and a read that belongs to one, is never tried again: $name', async (call) => {
  const { ask, askedAt } = begin([new UpstreamFailure('unreachable', false)])
  expect(await ask(call)).toBe('unreachable')
  expect(askedAt).toHaveLength(1)
})

test('of many reads no more than a tenth are tried again, but for a few in hand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 300 }), async (fails) => {
      const results: Result[] = []
      const { ask, askedAt } = begin(results, 0)
      for (const isIll of fails) {
        results.length = 0
        if (isIll) results.push(lost(), lost(), lost())
        await ask()
      }
      const retries = askedAt.length - fails.length
      expect(retries).toBeLessThanOrEqual(retryRules.mostTokens + fails.length * retryRules.perRead)
    }),
    { numRuns: 50 },
  )
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { agentErrorStatus, bffErrorStatus } from '#contract/error-codes.ts'
import { faultOutcomes, type UpstreamFault, upstreamFaults } from '#contract/fault-outcomes.ts'
import { hasEnded, type LeadWrites } from '#contract/lead-write.ts'
import { readPolicies } from '#contract/read-policies.ts'
import { buildBff } from './build-bff.ts'
import type { Fault } from './recording/recording-fault.ts'
import { type RecordingUpstream, startRecordingUpstream } from './recording/recording-upstream.ts'
import { validRequests } from './recording/valid-requests.ts'
import { systemClock } from './writes/clock.ts'

let upstream: RecordingUpstream
let nowhere: URL
beforeAll(async () => {
  upstream = await startRecordingUpstream()
  const closed = await startRecordingUpstream()
  nowhere = closed.baseUrl
  await closed.close()
})
beforeEach(() => upstream.reset())
afterAll(() => upstream.close())

/** How each is done by a real upstream; null: nobody listens at all. */
const ways: Readonly<Record<UpstreamFault, Fault | null>> = {
  latency: { kind: 'latency', ms: 60 },
  down: null,
  reset: { kind: 'reset', committed: false },
  slow: { kind: 'slow body', ms: 30 },
  truncated: { kind: 'truncated' },
  limited: { kind: 'rate limited', retryAfter: '30' },
  error: { kind: 'error', status: 500, code: 'INTERNAL_ERROR' },
  garbage: { kind: 'garbage' },
}

/** What drips need not be waited for as long as a person would have to. */
function patienceWith(fault: UpstreamFault) {
  const wholeMs = fault === 'slow' ? 400 : 8000
  return { connectMs: 2000, firstByteMs: 6000, readMs: wholeMs, writeMs: wholeMs }
}

function proxyUnder(fault: UpstreamFault, method: string, overrides: Parameters<typeof buildBff>[1] = {}) {
  const way = ways[fault]
  if (way !== null) upstream.fail({ fault: way, method })
  const baseUrl = way === null ? nowhere : upstream.baseUrl
  return buildBff(upstream, { upstream: { kind: 'live', baseUrl }, timing: patienceWith(fault), ...overrides })
}

function statusOf(code: keyof typeof agentErrorStatus | keyof typeof bffErrorStatus): number {
  return { ...agentErrorStatus, ...bffErrorStatus }[code]
}

async function told(response: Response) {
  const { error } = (await response.json()) as { error?: { code: string } }
  return { status: response.status, code: error?.code ?? null, retryAfter: response.headers.get('retry-after') }
}

/** Real time that a test sets on; waits are over at once. */
function aheadClock() {
  let aheadMs = 0
  return {
    now: () => systemClock.now() + aheadMs,
    after: (_: number, run: () => void) => {
      const timer = setImmediate(run)
      return () => clearImmediate(timer)
    },
    setAhead: (ms: number) => {
      aheadMs = ms
    },
  }
}

const { agent, own } = validRequests()
const reads = agent.filter(({ name }) => Object.hasOwn(readPolicies, name))
const [update, create, ticket] = ['updateLead', 'createLead', 'createTicket'].map((name) => {
  const found = own.find((one) => one.name === name)
  if (found === undefined) throw new Error(`No ${name}`)
  return found
})

test('the matrix is over every operation that the proxy makes', () => {
  const names = Object.keys(agentEndpoints).filter((name) => name !== 'skill')
  const { read: _, ...writes } = faultOutcomes
  expect([...reads.map(({ name }) => name), ...Object.keys(writes)].sort()).toEqual(names.sort())
})

describe.each(upstreamFaults)('%s', (fault) => {
  const wanted = faultOutcomes.read[fault]

  test('each of the eight reads, with nothing kept', async () => {
    await Promise.all(
      reads.map(async ({ name, target }) => {
        const { ask, bff } = proxyUnder(fault, 'GET')
        const found = await told(await ask('GET', target))
        const status = wanted.code === null ? 200 : statusOf(wanted.code)
        const retryAfter = fault === 'limited' ? '30' : null
        expect(found, name).toEqual({ status, code: wanted.code, retryAfter })
        await bff.close()
      }),
    )
  })

  test('each of the eight reads, with an answer kept: that is given out with its age, until it is too old', async () => {
    const proxies = await Promise.all(
      reads.map(async ({ name, target }) => {
        const clock = aheadClock()
        const { ask, bff } = buildBff(upstream, { clock, timing: patienceWith(fault) })
        const good = await (await ask('GET', target)).text()
        return { ask, bff, target, good, clock, ...readPolicies[name as keyof typeof readPolicies] }
      }),
    )
    expect(upstream.requests).toHaveLength(reads.length)
    // Kept answers belong to one upstream at one port: where nobody listens, its connections break instead.
    upstream.fail({ fault: ways[fault] ?? { kind: 'reset', committed: false }, method: 'GET' })
    await Promise.all(
      proxies.map(async ({ ask, bff, target, good, clock, staleForMs }) => {
        const aheadS = Math.floor(staleForMs / 1000) - 10
        clock.setAhead(aheadS * 1000)
        const stale = await ask('GET', target)
        const age = Number(stale.headers.get('age'))
        expect([stale.status, await stale.text()], target).toEqual([200, good])
        if (fault === 'latency') expect(age).toBeLessThan(5)
        else expect(age).toBeGreaterThanOrEqual(aheadS)
        clock.setAhead(staleForMs + 1000)
        if (fault !== 'latency') expect((await told(await ask('GET', target))).code).toBe(wanted.code)
        await bff.close()
      }),
    )
    expect(upstream.requests.length).toBeGreaterThan(reads.length)
  })

  test.each([update, create].flatMap((one) => one ?? []))('$name', async ({ name, method, target, body }) => {
    const wantedEnd = faultOutcomes[name as 'updateLead' | 'createLead'][fault]
    // A write that is held for as long as Konektor says is not waited for here.
    const { ask, bff, lines } = proxyUnder(fault, method, wantedEnd.state === 'held' ? { clock: systemClock } : {})
    const { writeId } = JSON.parse(body ?? '') as { writeId: string }
    const first = await ask(method, target, body ?? '')
    if (wantedEnd.code !== null && first.status !== 202) {
      expect(await told(first)).toMatchObject({ status: statusOf(wantedEnd.code), code: wantedEnd.code })
    }
    for (;;) {
      const { data } = (await (await ask('GET', `/bff/holds?ids=${writeId}`)).json()) as { data: LeadWrites }
      const [write] = data.writes
      if (write !== undefined && (hasEnded(write.state) || wantedEnd.state === 'held')) {
        expect([write.state, write.error?.code ?? null]).toEqual([wantedEnd.state, wantedEnd.code])
        expect(write.error?.retryAfterS ?? null).toBe(wantedEnd.code === 'RATE_LIMITED' ? 30 : null)
        if (wantedEnd.state === 'held') expect(Math.ceil((write.dueInMs ?? 0) / 1000)).toBe(30)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const sent = upstream.requests.filter((request) => request.method === method).length
    const mayResend = name === 'createLead' && wantedEnd.state === 'unknown'
    expect(sent).toBe(fault === 'down' ? 0 : mayResend ? 2 : 1)
    if (wantedEnd.state !== 'held') expect(lines.filter(({ event }) => event === 'write')).toHaveLength(1)
    await bff.breakOff()
    await bff.close()
  })

  test('createTicket', async () => {
    const { code } = faultOutcomes.createTicket[fault]
    const { ask, bff, desk } = proxyUnder(fault, 'POST')
    const found = await told(await ask('POST', ticket?.target ?? '', ticket?.body ?? ''))
    expect([found.status, found.code]).toEqual([code === null ? 201 : statusOf(code), code])
    expect(found.retryAfter).toBe(fault === 'limited' ? '30' : null)
    expect(upstream.requests).toHaveLength(fault === 'down' ? 0 : 1)
    const outcome = code === null ? ['sent'] : code === 'UNKNOWN_OUTCOME' ? ['unknown'] : []
    expect(desk.listTickets().map((line) => line.outcome)).toEqual(outcome)
    await bff.close()
  })
})

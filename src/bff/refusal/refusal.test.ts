import { describe, expect, test } from 'vitest'
import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { Forward, Wrapper } from '../upstream/upstream-call.ts'
import { createVirtualClock, type VirtualClock } from '../writes/testing/virtual-clock.ts'
import { createKnownForbidden } from './known-forbidden.ts'
import { createRefusedKey } from './refused-key.ts'

/** A wrapper before an upstream that takes 100 ms and answers as told. */
function begin(create: (clock: VirtualClock) => Wrapper) {
  const clock = createVirtualClock()
  const upstream = { status: 200, documented: true, asked: 0 }
  const core: Forward = async () => {
    upstream.asked += 1
    const { status, documented } = upstream
    await new Promise<void>((resolve) => clock.after(100, resolve))
    return { status, headers: {}, text: '', json: {}, documented, answeredAt: clock.now() }
  }
  const forward = create(clock)(core)
  async function ask(name: AgentEndpointName = 'listLeads', probe = false): Promise<number> {
    const asked = forward({ name, probe })
    await clock.advance(100)
    return (await asked).status
  }
  return { clock, upstream, forward, ask }
}

describe('a refused key', () => {
  const start = () => begin((clock) => createRefusedKey(clock).wrap)

  test('is tried once a minute, by whatever call comes, and everybody else gets the refusal', async () => {
    const { clock, upstream, ask, forward } = start()
    upstream.status = 401
    await ask()
    for (let second = 0; second < 600; second += 1) {
      const both = [forward({ name: 'listLeads' }), forward({ name: 'updateLead' })]
      await clock.advance(1000)
      expect((await Promise.all(both)).map(({ status }) => status)).toEqual([401, 401])
    }
    expect(upstream.asked).toBeLessThanOrEqual(11)
    expect(upstream.asked).toBeGreaterThanOrEqual(9)
  })

  test('is accepted again from the probe on', async () => {
    const { clock, upstream, ask } = start()
    upstream.status = 401
    await ask()
    upstream.status = 200
    expect(await ask()).toBe(401)
    await clock.advance(60_000)
    expect([await ask(), await ask('workspace')]).toEqual([200, 200])
  })

  test('stays refused when a good answer to an older call comes late', async () => {
    const { clock, upstream, forward, ask } = start()
    const early = forward({ name: 'summary' })
    await clock.advance(50)
    upstream.status = 401
    const refused = forward({ name: 'listLeads' })
    await clock.advance(100)
    await Promise.all([early, refused])
    expect([await ask(), upstream.asked]).toEqual([401, 2])
  })

  test('says so', async () => {
    const clock = createVirtualClock()
    const gate = createRefusedKey(clock)
    const answer = { headers: {}, text: '', json: {}, documented: true, answeredAt: 0 }
    expect(gate.isRefused()).toBe(false)
    await gate.wrap(async () => ({ ...answer, status: 401 }))({ name: 'listLeads' })
    expect(gate.isRefused()).toBe(true)
  })
})

describe('a call known to be forbidden', () => {
  test('is made once in ten minutes, reads and writes alike, and others go on', async () => {
    const { clock, upstream, ask } = begin((clock) => createKnownForbidden(clock).wrap)
    upstream.status = 403
    for (let minute = 0; minute < 10; minute += 1) {
      expect([await ask('workspace'), await ask('createTicket')]).toEqual([403, 403])
      await clock.advance(59_000)
    }
    expect(upstream.asked).toBe(2)
    upstream.status = 200
    expect(await ask('listLeads')).toBe(200)
    await clock.advance(60_000)
    expect(await ask('workspace')).toBe(200)
  })

  test('is believed in no longer when another call of its scope succeeds', async () => {
    const { upstream, ask } = begin((clock) => createKnownForbidden(clock).wrap)
    upstream.status = 403
    await ask('summary')
    upstream.status = 200
    expect(await ask('listLeads')).toBe(200)
    expect(await ask('summary')).toBe(403)
    expect(await ask('funnel')).toBe(200)
    expect(await ask('summary')).toBe(200)
  })

  test('is made all the same where a person tests the scope, and what that shows counts', async () => {
    const { upstream, ask } = begin((clock) => createKnownForbidden(clock).wrap)
    upstream.status = 403
    await ask('updateLead')
    expect([await ask('updateLead', true), upstream.asked]).toEqual([403, 2])
    upstream.status = 404
    expect([await ask('updateLead'), await ask('updateLead', true)]).toEqual([403, 404])
    upstream.status = 200
    expect(await ask('updateLead')).toBe(200)
  })

  test('is not what a gateway refused', async () => {
    const { upstream, ask } = begin((clock) => createKnownForbidden(clock).wrap)
    Object.assign(upstream, { status: 403, documented: false })
    await ask()
    await ask()
    expect(upstream.asked).toBe(2)
  })
})

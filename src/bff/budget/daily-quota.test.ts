import { expect, test } from 'vitest'
import { wrapped } from '../upstream/upstream-call.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createDailyQuota } from './daily-quota.ts'
import { createScheduler } from './scheduler.ts'
import { createCountingUpstream } from './testing/counting-upstream.ts'

function begin() {
  const clock = createVirtualClock()
  const upstream = createCountingUpstream(clock, { limit: 60, latencyMs: () => 10, window: 'fixed' })
  const forward = wrapped(upstream.forward, [createDailyQuota(clock).wrap, createScheduler(clock).wrap])
  async function ask(name: 'createLead' | 'listLeads' | 'updateLead') {
    const asked = forward({ name })
    await clock.advance(20)
    const { status, headers } = await asked
    return [status, headers['retry-after']]
  }
  return { clock, upstream, ask }
}

test('the daily quota halts creates only, and tells what is left of its time', async () => {
  const { clock, upstream, ask } = begin()
  upstream.refuseNext(1, () => '100', 40)
  expect(await ask('createLead')).toEqual([429, '100'])
  await clock.advance(29_990)
  expect(await ask('createLead')).toEqual([429, '70'])
  expect([await ask('listLeads'), await ask('updateLead')]).toEqual([
    [200, undefined],
    [200, undefined],
  ])
  expect(upstream.arrivals).toHaveLength(3)
  await clock.advance(70_000)
  expect(await ask('createLead')).toEqual([200, undefined])
})

test('a quota until midnight is asked for again after five minutes, by one create', async () => {
  const { clock, upstream, ask } = begin()
  upstream.refuseNext(2, () => '40000', 40)
  await ask('createLead')
  await clock.advance(299_000)
  expect((await ask('createLead'))[0]).toBe(429)
  expect(upstream.arrivals).toHaveLength(1)
  await clock.advance(1000)
  const both = [ask('createLead'), ask('createLead')]
  await clock.advance(50)
  expect((await Promise.all(both)).map(([status]) => status)).toEqual([429, 429])
  expect(upstream.arrivals).toHaveLength(2)
})

test('a 429 without calls left is the scheduler’s affair', async () => {
  const { clock, upstream, ask } = begin()
  upstream.refuseNext(1, () => '3', 0)
  expect((await ask('createLead'))[0]).toBe(429)
  await clock.advance(3000)
  expect((await ask('createLead'))[0]).toBe(200)
})

import { expect, test } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { createSafeWrites } from '../writes/safe-writes.ts'
import { createMemoryUpstream } from '../writes/testing/memory-upstream.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createScheduler } from './scheduler.ts'

test('more edits than the budget holds wait for it, are all saved, each once, and none counts as failed', async () => {
  const clock = createVirtualClock()
  const from = clock.now()
  const leads = Array.from({ length: 60 }, (_, index) => buildLead({ id: `lead_${index}` }))
  const upstream = createMemoryUpstream({ clock, leads, faultOf: () => ({ kind: 'none' }) })
  const sent: { atS: number; leadId: string | undefined }[] = []
  const forward = createScheduler(clock).wrap((call) => {
    sent.push({ atS: (clock.now() - from) / 1000, leadId: call.params?.id })
    return upstream.forward(call)
  })
  const writes = createSafeWrites({
    clock,
    log: () => undefined,
    forward: (call) => forward({ ...call, purpose: 'write' }),
  })
  for (const { id, lastName = null } of leads) {
    writes.update(id, { writeId: id, base: { values: { lastName } }, changes: { lastName: 'Sari' } }, 'request')
  }
  await clock.advance(5 * 60_000)
  expect(leads.map(({ id }) => writes.find(id)?.state)).toEqual(leads.map(() => 'saved'))
  expect(upstream.commits).toHaveLength(60)
  expect(sent.filter(({ atS }) => atS < 60)).toHaveLength(48)
  // A write follows its read at once, however many wait.
  const gapsS = leads.map(({ id }) => {
    const own = sent.filter(({ leadId }) => leadId === id)
    return (own.at(-1)?.atS ?? 0) - (own.at(-2)?.atS ?? 0)
  })
  expect(Math.max(...gapsS)).toBeLessThan(1)
})

import { describe, expect, test } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { LeadChanges } from '#contract/lead.ts'
import { createSafeWrites } from './safe-writes.ts'
import { createMemoryUpstream, type MemoryFault } from './testing/memory-upstream.ts'
import { createVirtualClock } from './testing/virtual-clock.ts'
import { ledgerBounds } from './write-ledger.ts'

type Values = Record<string, string | number | null>
const id = 'lead_abc123'

/** Safe writes on a clock of their own, before an upstream that fails as told, in the order it is asked. */
function begin(...faults: MemoryFault[]) {
  const clock = createVirtualClock()
  const startedAt = clock.now()
  const calls: { readonly name: string; readonly atMs: number }[] = []
  const upstream = createMemoryUpstream({
    clock,
    leads: [buildLead(), buildLead({ id: 'other' })],
    faultOf: () => faults.shift() ?? { kind: 'none' },
  })
  const outcomes: unknown[] = []
  const writes = createSafeWrites({
    clock,
    log: ({ outcome }) => outcomes.push(outcome),
    forward: (call) => {
      calls.push({ name: call.name, atMs: clock.now() - startedAt })
      return upstream.forward(call)
    },
  })
  function change(writeId: string, values: Values, changes: Values, note?: string, leadId = id): void {
    writes.update(leadId, { writeId, base: { values }, changes: changes as LeadChanges, note }, 'request')
  }
  const stateOf = (writeId: string) => writes.find(writeId)?.state
  const dueInMs = (writeId: string) => (writes.find(writeId)?.dueAt ?? Number.NaN) - clock.now()
  const bodies = () => upstream.asked.map(({ body }) => body)
  return { clock, calls, upstream, writes, outcomes, change, stateOf, dueInMs, bodies }
}

describe('a hold', () => {
  test.each([
    ['contacted', 5000],
    ['won', 10_000],
    ['lost', 10_000],
  ])('keeps %s back for its grace, to the millisecond', async (status, graceMs) => {
    const { clock, calls, change, stateOf, dueInMs } = begin()
    change('a', { status: 'new' }, { status })
    expect([stateOf('a'), dueInMs('a')]).toEqual(['held', graceMs])
    await clock.advance(graceMs - 1)
    expect(calls).toEqual([])
    await clock.advance(1)
    expect(stateOf('a')).toBe('sending')
    await clock.advance(20)
    expect(stateOf('a')).toBe('saved')
  })

  test('takes along what joins it, in one request, at the time of its status', async () => {
    const { clock, calls, change, stateOf, dueInMs, bodies } = begin()
    change('a', { status: 'new' }, { status: 'contacted' })
    await clock.advance(2000)
    change('b', { priority: 'medium' }, { priority: 'high' })
    change('c', {}, {}, 'Called')
    expect(['a', 'b', 'c'].map((one) => [stateOf(one), dueInMs(one)])).toEqual(Array(3).fill(['held', 3000]))
    await clock.advance(3020)
    expect(['a', 'b', 'c'].map(stateOf)).toEqual(['saved', 'saved', 'saved'])
    expect(bodies()).toEqual([{ status: 'contacted', priority: 'high', notes: 'Called' }])
    expect(calls.map(({ name }) => name)).toEqual(['getLead', 'updateLead'])
  })

  test('keeps no other lead waiting', async () => {
    const { clock, change, stateOf } = begin()
    change('a', { status: 'new' }, { status: 'contacted' })
    change('b', { priority: 'medium' }, { priority: 'high' }, undefined, 'other')
    await clock.advance(20)
    expect([stateOf('a'), stateOf('b')]).toEqual(['held', 'saved'])
  })

  test('begins anew with a later status, which alone is sent, compared with what the first was made on', async () => {
    const { clock, change, stateOf, dueInMs, bodies, outcomes } = begin()
    change('a', { status: 'new' }, { status: 'contacted' })
    await clock.advance(4000)
    change('b', { status: 'contacted' }, { status: 'won' })
    expect([stateOf('a'), stateOf('b'), dueInMs('b')]).toEqual(['held', 'held', 10_000])
    await clock.advance(10_020)
    expect(bodies()).toEqual([{ status: 'won' }])
    expect([stateOf('a'), stateOf('b')]).toEqual(['replaced', 'saved'])
    expect([...outcomes].sort()).toEqual(['confirmed', 'replaced'])
  })

  test('gives an earlier status back when the later one is undone, with its note and a grace of its own', async () => {
    const { clock, change, stateOf, dueInMs, bodies, writes } = begin()
    change('a', { status: 'new' }, { status: 'lost' }, 'Lost: price')
    await clock.advance(8000)
    change('b', { status: 'lost' }, { status: 'responded' })
    await clock.advance(4000)
    writes.undo('b')
    expect([stateOf('a'), stateOf('b'), dueInMs('a')]).toEqual(['held', 'undone', 5000])
    await clock.advance(5020)
    expect(bodies()).toMatchObject([{ status: 'lost', notes: expect.stringContaining('Lost: price') }])
    expect(stateOf('a')).toBe('saved')
  })

  test('with an earlier status undone first leaves nothing when the later one is undone too', async () => {
    const { clock, change, stateOf, bodies, writes } = begin()
    change('a', { status: 'new', actualValue: null }, { status: 'won', actualValue: 5 })
    change('b', { status: 'won' }, { status: 'lost' }, 'Lost: price')
    writes.undo('a')
    writes.undo('b')
    await clock.advance(30_000)
    expect([stateOf('a'), stateOf('b')]).toEqual(['undone', 'undone'])
    expect(bodies()).toEqual([])
  })

  test('whose later status conflicts sends the earlier one, which nothing speaks against', async () => {
    const { clock, change, stateOf, bodies } = begin()
    change('a', { status: 'new' }, { status: 'contacted' })
    change('b', { status: 'contacted', priority: 'low' }, { status: 'won', priority: 'high' })
    await clock.advance(20_000)
    expect([stateOf('a'), stateOf('b')]).toEqual(['saved', 'conflict'])
    expect(bodies()).toEqual([{ status: 'contacted' }])
  })

  test('of a status that was changed back sends the rest and no status', async () => {
    const { clock, change, stateOf, bodies } = begin()
    change('a', { status: 'new' }, { status: 'contacted' })
    change('b', { priority: 'medium' }, { priority: 'high' })
    change('c', { status: 'contacted' }, { status: 'new' })
    await clock.advance(5020)
    expect(['a', 'b', 'c'].map(stateOf)).toEqual(['replaced', 'saved', 'unchanged'])
    expect(bodies()).toEqual([{ priority: 'high' }])
  })

  test('is never overtaken by somebody who did not see it: they are told after it was sent', async () => {
    const { clock, change, stateOf, bodies, writes } = begin()
    change('a', { status: 'new' }, { status: 'won' })
    await clock.advance(1000)
    change('b', { status: 'new' }, { status: 'lost' })
    await clock.advance(8980)
    expect([stateOf('a'), stateOf('b')]).toEqual(['held', 'held'])
    await clock.advance(2000)
    expect([stateOf('a'), stateOf('b')]).toEqual(['saved', 'conflict'])
    expect(writes.find('b')?.fault?.error.details).toMatchObject({ theirs: { status: 'won' } })
    expect(bodies()).toEqual([{ status: 'won' }])
  })
})

describe('undo', () => {
  test('takes a held write back; what joined it leaves at once', async () => {
    const { clock, change, stateOf, writes, bodies, outcomes } = begin()
    change('a', { status: 'new' }, { status: 'won' })
    change('b', {}, {}, 'Called')
    expect(writes.undo('a').state).toBe('undone')
    await clock.advance(20)
    expect(stateOf('b')).toBe('saved')
    expect(bodies()).toEqual([{ notes: 'Called' }])
    expect(outcomes).toEqual(['undone', 'confirmed'])
  })

  test('lets who built on it stand on what it stood on', async () => {
    const { clock, change, stateOf, writes, bodies } = begin()
    change('a', { status: 'new' }, { status: 'won' })
    change('b', { priority: 'medium' }, { priority: 'high' })
    change('c', { priority: 'high' }, { priority: 'low' })
    writes.undo('b')
    await clock.runOut()
    expect(stateOf('c')).toBe('saved')
    expect(bodies()).toEqual([{ status: 'won', priority: 'low' }])
  })

  test('of what is not held says how it stands', async () => {
    const { clock, change, writes } = begin()
    const gone = (state: string | null) => expect.objectContaining({ code: 'HOLD_GONE', details: { state } })
    change('a', { status: 'new' }, { status: 'contacted' })
    await clock.advance(5000)
    expect(() => writes.undo('a')).toThrow(gone('sending'))
    await clock.advance(20)
    expect(() => writes.undo('a')).toThrow(gone('saved'))
    expect(() => writes.undo('never')).toThrow(gone(null))
  })
})

describe('a change without an answer', () => {
  test('is looked for at 2, 8, 30 and 65 s, is then unknown, and keeps later ones waiting', async () => {
    const { clock, calls, change, stateOf, dueInMs, bodies } = begin({ kind: 'none' }, { kind: 'after send' })
    change('a', { priority: 'medium' }, { priority: 'high' })
    await clock.advance(20)
    expect(stateOf('a')).toBe('checking')
    expect(dueInMs('a')).toBe(2000 - 15)
    change('b', {}, {}, 'Called')
    expect(stateOf('b')).toBe('held')
    await clock.runOut()
    expect([stateOf('a'), stateOf('b')]).toEqual(['unknown', 'saved'])
    const sentAt = calls[1]?.atMs ?? 0
    expect(calls.slice(2, 6).map(({ atMs }) => atMs - sentAt)).toEqual([2000, 8000, 30_000, 65_000])
    expect(bodies()).toEqual([{ priority: 'high' }, { notes: 'Called' }])
  })

  test('that took place is saved at the first look that shows it', async () => {
    const lost = { kind: 'after send' } as const
    const { clock, calls, change, stateOf, bodies } = begin(
      { kind: 'none' },
      { kind: 'late commit', afterMs: 5000 },
      lost,
    )
    change('a', { priority: 'medium' }, { priority: 'high' }, 'Called')
    await clock.runOut()
    expect(stateOf('a')).toBe('saved')
    expect(calls.map(({ name }) => name)).toEqual(['getLead', 'updateLead', 'getLead', 'getLead'])
    expect(bodies()).toHaveLength(1)
  })

  test('shows by its line that a note arrived, though somebody wrote above it', async () => {
    const { clock, change, stateOf, upstream } = begin({ kind: 'none' }, { kind: 'after commit' })
    change('a', {}, {}, 'Called')
    await clock.advance(20)
    upstream.writeDirectly(id, { notes: 'Theirs\nCalled' })
    await clock.runOut()
    expect(stateOf('a')).toBe('saved')
  })
})

describe('an upstream', () => {
  test.each([
    [17, 17_000],
    [0, 1000],
    [999, 300_000],
  ])('that is asked too often and says %d s is left alone for %d ms', async (retryAfter, ms) => {
    const { clock, calls, change, stateOf, dueInMs } = begin({ kind: 'too often', retryAfter })
    change('a', { priority: 'medium' }, { priority: 'high' })
    await clock.advance(5)
    expect([stateOf('a'), dueInMs('a')]).toEqual(['held', ms])
    await clock.advance(ms + 20)
    expect(stateOf('a')).toBe('saved')
    expect(calls[1]?.atMs).toBe(ms + 5)
  })

  test('that cannot be reached is tried after 2 s and 8 s, and then no more', async () => {
    const nobody = { kind: 'before send' } as const
    const { clock, calls, change, stateOf } = begin({ kind: 'none' }, nobody, nobody, { kind: 'none' }, nobody)
    change('a', { priority: 'medium' }, { priority: 'high' })
    await clock.runOut()
    expect(stateOf('a')).toBe('not-sent')
    expect(calls.map(({ name, atMs }) => [name, Math.round(atMs / 1000)])).toEqual([
      ['getLead', 0],
      ['updateLead', 0],
      ['getLead', 2],
      ['getLead', 8],
      ['updateLead', 8],
    ])
  })
})

test('what waits for another try stands before what was built on it meanwhile', async () => {
  const { clock, change, stateOf, bodies } = begin({ kind: 'before send' })
  change('a', { priority: 'medium' }, { priority: 'high' })
  await clock.advance(2)
  change('b', { priority: 'high' }, { priority: 'low' })
  await clock.runOut()
  expect([stateOf('a'), stateOf('b')]).toEqual(['replaced', 'saved'])
  expect(bodies()).toEqual([{ priority: 'low' }])
})

describe('a stop', () => {
  test('sends at once what is held, and holds nothing more', async () => {
    const { clock, change, stateOf, writes } = begin()
    change('a', { status: 'new' }, { status: 'won' })
    writes.sendHeld()
    await clock.advance(20)
    expect(stateOf('a')).toBe('saved')
    change('b', { status: 'won' }, { status: 'lost' })
    await clock.advance(20)
    expect(stateOf('b')).toBe('saved')
    await writes.settled()
  })

  test('that breaks off ends what is looked for as unknown, and what waits behind it as not sent', async () => {
    const { clock, change, stateOf, writes, outcomes } = begin({ kind: 'none' }, { kind: 'after send' })
    change('a', { priority: 'medium' }, { priority: 'high' })
    await clock.advance(20)
    change('b', { status: 'new' }, { status: 'won' })
    writes.sendHeld()
    writes.breakOff()
    await clock.advance(0)
    expect([stateOf('a'), stateOf('b')]).toEqual(['unknown', 'not-sent'])
    expect(outcomes.sort()).toEqual(['not sent', 'unknown'])
    await writes.settled()
  })
})

describe('the ledger', () => {
  test('takes a write once', async () => {
    const { clock, change, bodies, outcomes } = begin()
    change('a', { status: 'new' }, { status: 'won' })
    change('a', { status: 'new' }, { status: 'won' })
    await clock.runOut()
    change('a', { status: 'new' }, { status: 'won' })
    await clock.runOut()
    expect(bodies()).toHaveLength(1)
    expect(outcomes).toEqual(['confirmed'])
  })

  test('forgets what ended a quarter of an hour ago, and no sooner, and then says since when it remembers', async () => {
    const { clock, change, stateOf, writes } = begin()
    const start = writes.startedAt()
    change('a', {}, {}, 'Called')
    await clock.advance(10)
    await clock.advance(ledgerBounds.endedForMs)
    expect([stateOf('a'), writes.startedAt()]).toEqual(['saved', start])
    await clock.advance(1)
    expect(stateOf('a')).toBeUndefined()
    expect(Date.parse(writes.startedAt())).toBe(clock.now())
  })

  test('takes no second write under one id', async () => {
    const { clock, change, bodies } = begin()
    change('a', {}, {}, 'Called')
    await clock.advance(20)
    change('a', {}, {}, 'Called again')
    await clock.advance(20)
    expect(bodies()).toHaveLength(1)
    expect(() => change('a', {}, {}, 'Called', 'other')).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  })

  test('looks for a change after an error of the upstream’s own, which may come after it has saved', async () => {
    const { clock, change, stateOf, upstream } = begin({ kind: 'none' }, { kind: 'refused', status: 500 })
    change('a', { priority: 'medium' }, { priority: 'high' })
    await clock.advance(100)
    expect(stateOf('a')).toBe('checking')
    upstream.writeDirectly(id, { priority: 'high' })
    await clock.advance(2000)
    expect(stateOf('a')).toBe('saved')
  })

  test('remembers the last thousand that ended, and all that are under way', () => {
    const { change, stateOf } = begin()
    change('held', { status: 'new' }, { status: 'won' })
    for (let at = 0; at <= ledgerBounds.ended; at += 1) change(`w${at}`, { priority: 'low' }, { priority: 'low' })
    expect([stateOf('held'), stateOf('w0'), stateOf('w1')]).toEqual(['held', undefined, 'unchanged'])
  })

  test('is busy where too many are under way, and takes none', () => {
    const { change, stateOf } = begin()
    for (let at = 0; at < ledgerBounds.underWay; at += 1) {
      change(`w${at}`, { status: 'new' }, { status: 'won' }, undefined, `lead${at}`)
    }
    expect(() => change('more', { status: 'new' }, { status: 'won' })).toThrow(
      expect.objectContaining({ code: 'BUSY' }),
    )
    expect(stateOf('more')).toBeUndefined()
  })
})

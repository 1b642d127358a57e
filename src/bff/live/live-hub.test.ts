import { expect, test } from 'vitest'
import { type LiveEvent, liveTimes } from '#contract/live.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createLiveHub } from './live-hub.ts'
import { waitingBytes } from './live-stream.ts'
import { readEvents } from './testing/read-events.ts'

const leads: LiveEvent = { kind: 'leads', asOf: 1, leads: [{ id: 'a', notes: 'x'.repeat(100_000) }], arrived: [] }

function begin(maxStreams?: number) {
  const clock = createVirtualClock()
  const changes: number[] = []
  const hub = createLiveHub({
    clock,
    greeting: (resumed) => [{ kind: 'hello', resumed, pollEveryMs: 10_000 }],
    changed: (streams) => void changes.push(streams),
    ...(maxStreams === undefined ? {} : { maxStreams }),
  })
  const open = (role: Parameters<typeof hub.open>[0] = 'manager', id: string | null = null) =>
    readEvents({ body: hub.open(role, id) })
  return { clock, hub, changes, open }
}

test('an executive is never told of leads, not when they come back either', async () => {
  const { hub, open } = begin()
  const streams = { manager: open('manager'), rep: open('rep'), executive: open('executive') }
  hub.tell(leads)
  hub.tell({ kind: 'figures' })
  for (const stream of Object.values(streams)) await stream.until('figures')
  expect(streams.rep.kinds()).toEqual(['hello', 'leads', 'figures'])
  expect(streams.manager.kinds()).toEqual(['hello', 'leads', 'figures'])
  expect(streams.executive.kinds()).toEqual(['hello', 'figures'])
  const place = streams.executive.lastId()
  hub.tell(leads)
  hub.tell({ kind: 'gap' })
  const again = open('executive', place)
  await again.until('gap')
  expect(again.kinds()).toEqual(['hello', 'gap'])
})

test('a stream of a session that has ended ends at the next heartbeat, or as soon as somebody tells; the others go on', async () => {
  const { hub, clock } = begin()
  const over = new Set<string>()
  const of = (session: string) => readEvents({ body: hub.open('rep', null, async () => !over.has(session)) })
  const [one, other, third] = [of('one'), of('other'), of('third')]
  over.add('one')
  await clock.advance(liveTimes.heartbeatMs)
  expect(await one.ended()).toBe('in order')
  expect(hub.streams).toBe(2)
  over.add('other')
  await hub.lookAgain()
  expect(await other.ended()).toBe('in order')
  await third.leave()
  expect(hub.streams).toBe(0)
})

test('who breaks off while told what was missed misses nothing of it', async () => {
  const { hub, open } = begin()
  const first = open()
  await first.next()
  for (const kind of ['figures', 'gap', 'writes'] as const) hub.tell({ kind })
  const second = open('manager', first.lastId())
  await second.next()
  const third = open('manager', second.lastId())
  await third.until('writes')
  expect(third.kinds()).toEqual(['hello', 'figures', 'gap', 'writes'])
})

test('what carries nothing is kept once for those who are away, leads are kept each', async () => {
  const { hub, open } = begin()
  const first = open()
  await first.next()
  await first.leave()
  for (const kind of ['writes', 'figures', 'writes', 'figures'] as const) {
    hub.tell({ kind })
    hub.tell(leads)
  }
  const second = open('manager', first.lastId())
  hub.tell({ kind: 'gap' })
  await second.until('gap')
  expect(second.kinds()).toEqual(['hello', 'writes', 'leads', 'figures', 'leads', 'leads', 'leads', 'gap'])
})

test('a reader who does not keep up is cut off, the others are not, and nothing is held for them', async () => {
  const { hub, open } = begin()
  const slow = hub.open('manager', null)
  const quick = open()
  for (let sent = 0; sent < waitingBytes * 1.5; sent += 100_000) {
    hub.tell(leads)
    await quick.until('leads')
  }
  expect(hub.streams).toBe(1)
  await expect(slow.getReader().read()).rejects.toThrow('too slow')
  hub.tell({ kind: 'gap' })
  expect(await quick.until('gap')).toEqual({ kind: 'gap' })
})

test('there is a bound to the streams of a role, which keeps no other role out; one that leaves makes room, and the last one is noticed', async () => {
  const { hub, open, changes } = begin(3)
  const streams = [open(), open(), open()]
  expect(() => hub.open('manager', null)).toThrow('Too many live streams')
  await open('executive').leave()
  await streams[0]?.leave()
  const last = open()
  expect(hub.streams).toBe(3)
  for (const stream of [...streams.slice(1), last]) await stream.leave()
  expect(hub.streams).toBe(0)
  expect(changes).toEqual([1, 0])
})

test('shows that it lives every 15 s, and waits for nothing once all have left', async () => {
  const { clock, open } = begin()
  const stream = open()
  const end = stream.ended()
  await clock.advance(4 * liveTimes.heartbeatMs)
  expect(stream.heartbeats()).toBe(4)
  await stream.leave()
  await end
  // Would go on for ever if a heartbeat were still planned.
  await clock.runOut()
})

test('an end is in order for all, and nobody comes in after it', async () => {
  const { hub, open, changes } = begin()
  const streams = [open(), open()]
  hub.tell({ kind: 'gap' })
  hub.end()
  for (const stream of streams) expect(await stream.ended()).toBe('in order')
  expect(streams[0]?.kinds()).toEqual(['hello', 'gap'])
  expect(changes).toEqual([1, 0])
  expect(() => hub.open('manager', null)).toThrow('stopping')
})

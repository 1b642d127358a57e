import { expect, test } from 'vitest'
import type { LiveEvent } from '#contract/live.ts'
import { openWay } from '../open-way.ts'
import type { Forward, UpstreamAnswer, UpstreamCall } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createBusyUpstream } from './testing/busy-upstream.ts'
import { readEvents } from './testing/read-events.ts'

type Spoil = (call: UpstreamCall, answer: UpstreamAnswer) => UpstreamAnswer | UpstreamFailure

/** The way with one listener, before an upstream of 300 leads that answers in 150 ms; `spoil` changes its answers. */
async function begin(spoil: { now: Spoil } = { now: (_, answer) => answer }, limit = 60) {
  const clock = createVirtualClock(Date.UTC(2026, 0, 1, 9, 0, 17))
  const upstream = createBusyUpstream(clock, { limit, window: 'fixed', latencyMs: () => 150 }, 300)
  const calls: { readonly name: string; readonly at: number; readonly purpose: string | undefined }[] = []
  const core: Forward = async (call) => {
    calls.push({ name: call.name, at: clock.now(), purpose: call.purpose })
    const result = spoil.now(call, await upstream.forward(call))
    if (result instanceof UpstreamFailure) throw result
    return result
  }
  const seeReads = (next: Forward) => next
  const way = openWay({ core, clock, key: 'k', log: () => undefined, observers: [], seeReads })
  const stream = readEvents({ body: way.live.hub.open('manager', null) })
  const heard: LiveEvent[] = []
  async function listen(): Promise<void> {
    for (let event = await stream.next(); event !== null; event = await stream.next()) heard.push(event)
  }
  void listen()
  await clock.advance(1000)
  const of = (kind: LiveEvent['kind']) => heard.filter((event) => event.kind === kind)
  const looks = () => calls.filter(({ purpose }) => purpose === 'look').map(({ at }) => at)
  const pausesS = () =>
    looks()
      .slice(1)
      .map((at, index) => Math.round((at - (looks()[index] ?? 0)) / 1000))
  return { clock, upstream, calls, way, stream, heard, of, looks, pausesS }
}
const answerWith = (answer: UpstreamAnswer, data: unknown): UpstreamAnswer => {
  const json = { success: true, data }
  return { ...answer, json, bytes: new TextEncoder().encode(JSON.stringify(json)) }
}
const refusal = (answer: UpstreamAnswer, status: number): UpstreamAnswer => ({
  ...answer,
  status,
  json: { success: false },
})
const writeId = '0f8fad5b-d9cb-469f-a165-70867728950e'

test('looks every 30 s while nobody is there, every 10 s once somebody is, never while nobody listens', async () => {
  const { clock, way, stream, looks, pausesS } = await begin()
  expect(looks()).toHaveLength(1)
  await clock.advance(60_000)
  expect(pausesS()).toEqual([30, 30])
  await clock.advance(15_000)
  way.live.activity.note()
  await clock.advance(25_000)
  expect(pausesS()).toEqual([30, 30, 16, 10, 10])
  // Two minutes after the last sign nobody is there any more.
  await clock.advance(6 * 60_000)
  expect(pausesS().slice(-2)).toEqual([30, 30])
  const before = looks().length
  await stream.leave()
  await clock.advance(60 * 60_000)
  expect(looks()).toHaveLength(before)
  way.live.hub.open('manager', null)
  await clock.advance(1000)
  expect(looks()).toHaveLength(before + 1)
})

test('looks every 8 s on a larger plan, and takes a tenth of a smaller one', async () => {
  for (const [limit, expected] of [
    [200, 8],
    [60, 10],
    [20, 30],
  ] as const) {
    const { clock, way, pausesS } = await begin(undefined, limit)
    for (let minute = 0; minute < 4; minute += 1) {
      way.live.activity.note()
      await clock.advance(60_000)
    }
    expect(pausesS().slice(1), String(limit)).toEqual(
      pausesS()
        .slice(1)
        .map(() => expected),
    )
  }
})

test('a look that fails is tried again later and later, at most a minute apart; a good one ends that', async () => {
  const spoil: { now: Spoil } = { now: (_, answer) => answer }
  const { clock, way, upstream, of, pausesS } = await begin(spoil)
  way.live.activity.note()
  await clock.advance(10_000)
  spoil.now = () => new UpstreamFailure('invalid', false)
  const present = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 60_000) {
      way.live.activity.note()
      await clock.advance(60_000)
    }
  }
  await present(4 * 60_000)
  const failing = pausesS().slice(2)
  expect(Math.max(...failing)).toBe(60)
  expect([...failing].sort((a, b) => a - b)).toEqual(failing)
  upstream.change('lead_7', { notes: 'Meanwhile' })
  spoil.now = (_, answer) => answer
  await present(2 * 60_000)
  expect(of('leads')).toMatchObject([{ leads: [{ id: 'lead_7', notes: 'Meanwhile' }] }])
  expect(pausesS().slice(-2)).toEqual([10, 10])
})

test.each([401, 403])('after a %i the way’s own rule holds, and the rest of the stream goes on', async (status) => {
  const spoil: { now: Spoil } = { now: (_, answer) => refusal(answer, status) }
  const { clock, calls, way, of } = await begin(spoil)
  for (let minute = 0; minute < 10; minute += 1) {
    way.live.activity.note()
    await clock.advance(60_000)
  }
  expect(calls.length).toBeLessThanOrEqual(status === 401 ? 11 : 2)
  if (status === 401) expect(of('way').at(-1)).toMatchObject({ keyRefused: true })
})

test('what changed elsewhere drops what is kept of it: the next read of anybody sees it', async () => {
  const { clock, way, upstream, of, calls } = await begin()
  const ask = async (call: UpstreamCall) => {
    const asked = way.forPeople(call)
    await clock.advance(150)
    return (await asked).kept ?? 'asked'
  }
  const one: UpstreamCall = { name: 'getLead', params: { id: 'lead_5' } }
  const list: UpstreamCall = { name: 'listLeads', query: { limit: 5 } }
  const figures: UpstreamCall = { name: 'summary', query: {} }
  way.live.activity.note()
  await clock.advance(8000)
  expect([await ask(one), await ask(list), await ask(figures)]).toEqual(['asked', 'asked', 'asked'])
  upstream.change('lead_5', { status: 'won' })
  await clock.advance(1000)
  expect(of('leads')).toMatchObject([{ leads: [{ id: 'lead_5', status: 'won' }], arrived: [] }])
  expect(of('figures')).toHaveLength(1)
  expect([await ask(one), await ask(list), await ask(figures)]).toEqual(['asked', 'asked', 'asked'])
  expect(calls.filter(({ name }) => name === 'summary')).toHaveLength(2)
})

test('more than a look can show is a gap, told at most twice a minute', async () => {
  const { clock, way, upstream, of } = await begin()
  for (let round = 0; round < 30; round += 1) {
    way.live.activity.note()
    for (let one = 0; one < 120; one += 1) upstream.change(`lead_${one}`, { notes: String(round) })
    await clock.advance(10_000)
  }
  expect(of('leads')).toEqual([])
  expect(of('gap').length).toBeGreaterThanOrEqual(9)
  expect(of('gap').length).toBeLessThanOrEqual(11)
})

test('a lead that a write answers in part is read once, and told whole', async () => {
  const partial: Spoil = (call, answer) => (call.name === 'createLead' ? answerWith(answer, { id: 'lead_3' }) : answer)
  const { clock, way, upstream, of, calls } = await begin({ now: partial })
  upstream.change('lead_3', { firstName: 'Sari' })
  way.writes.create({ writeId, lead: { firstName: 'Sari' } }, 'r')
  await clock.advance(1000)
  expect(calls.filter(({ name }) => name === 'getLead')).toHaveLength(1)
  expect(of('leads')).toMatchObject([{ leads: [{ id: 'lead_3', firstName: 'Sari', email: 'budi@example.com' }] }])
  expect(of('writes').length).toBeGreaterThanOrEqual(1)
  expect(JSON.stringify(of('writes'))).not.toContain(writeId)
})

test('an own write is told once, also where the list lags behind it', async () => {
  const spoil: { now: Spoil } = { now: (_, answer) => answer }
  const { clock, way, upstream, of } = await begin(spoil)
  const old = [...upstream.leads.values()]
  way.writes.update(
    'lead_1',
    { writeId, base: { values: { estimatedValue: 5_000_000 } }, changes: { estimatedValue: 7 } },
    'r',
  )
  await clock.advance(1000)
  expect(of('leads')).toMatchObject([{ leads: [{ id: 'lead_1', estimatedValue: 7 }] }])
  expect(of('figures')).toHaveLength(1)
  spoil.now = (call, answer) => (call.name === 'listLeads' ? answerWith(answer, old.slice(0, 100)) : answer)
  await clock.advance(30_000)
  spoil.now = (_, answer) => answer
  await clock.advance(30_000)
  expect(of('leads')).toHaveLength(1)
})

test('an odd lead hides no other', async () => {
  const odd: Spoil = (call, answer) =>
    call.name === 'listLeads' ? answerWith(answer, [{ id: 7 }, 'x', ...(answer.json.data as unknown[])]) : answer
  const { clock, upstream, of } = await begin({ now: odd })
  upstream.change('lead_9', { notes: 'Seen' })
  await clock.advance(30_000)
  expect(of('leads')).toMatchObject([{ leads: [{ id: 'lead_9' }] }])
})

test('figures are told at most once in their fresh time, and after some minutes in any case', async () => {
  const { clock, way, upstream, of } = await begin()
  for (let round = 1; round <= 30; round += 1) {
    way.live.activity.note()
    upstream.change(`lead_${round}`, { status: 'hot' })
    await clock.advance(10_000)
  }
  expect(of('figures').length).toBeGreaterThanOrEqual(5)
  expect(of('figures').length).toBeLessThanOrEqual(6)
  await clock.advance(60_000)
  const before = of('figures').length
  await clock.advance(11 * 60_000)
  expect(of('figures').length).toBe(before + 1)
})

test('the way is told when it changes, at most every two seconds, and not with every call', async () => {
  const { clock, way, of, heard } = await begin()
  expect(heard.slice(0, 2)).toMatchObject([
    { kind: 'hello', resumed: false },
    { kind: 'way', keyRefused: false },
  ])
  await clock.advance(60_000)
  const before = of('way').length
  for (let call = 0; call < 30; call += 1) {
    void way.forPeople({ name: 'listLeads', query: { page: call } })
    await clock.advance(200)
  }
  const told = of('way').slice(before)
  expect(told.length).toBeGreaterThanOrEqual(2)
  expect(told.length).toBeLessThanOrEqual(4)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FunnelEntry } from '#contract/analytics.ts'
import { leadStatuses } from '#contract/vocabularies.ts'
import { type Bounds, readFunnel } from './funnel-steps.ts'

/** The specification's example, "Analytics: funnel". */
const example: readonly FunnelEntry[] = [
  { status: 'new', count: 42, percentage: 26.92 },
  { status: 'contacted', count: 38, percentage: 24.36 },
  { status: 'qualified', count: 25, percentage: 16.03 },
  { status: 'proposal', count: 20, percentage: 12.82 },
  { status: 'won', count: 12, percentage: 7.69 },
  { status: 'lost', count: 19, percentage: 12.18 },
]

const stepOf = (entries: readonly FunnelEntry[], status: string) =>
  readFunnel(entries).steps.find((step) => step.status === status)
const percent = (bounds: Bounds | null | undefined) =>
  bounds == null ? null : [Math.round(bounds.low * 100), Math.round(bounds.high * 100)]

describe("the specification's example", () => {
  it.each([
    ['new', 156, 156],
    ['contacted', 95, 114],
    ['qualified', 57, 76],
    ['proposal', 32, 51],
    ['won', 12, 12],
  ])('has %s reached by %d to %d leads', (status, low, high) => {
    expect(stepOf(example, status)?.reached).toEqual({ low, high })
  })

  it.each([
    ['contacted', 61, 73],
    ['qualified', 50, 67],
    ['proposal', 42, 67],
    ['won', 24, 38],
  ])('has a step rate into %s of %d to %d per cent', (status, low, high) => {
    expect(percent(stepOf(example, status)?.fromPrevious)).toEqual([low, high])
  })

  it('has 12 won of 31 closed, and 156 leads', () => {
    const { leads, won, lost } = readFunnel(example)
    expect([leads, won, (won ?? 0) + (lost ?? 0)]).toEqual([156, 12, 31])
  })

  it('names the stages that no lead is at, and draws no step for them', () => {
    const { unused, steps } = readFunnel(example)
    expect(unused).toEqual(['responded', 'hot', 'negotiation', 'invoice'])
    expect(steps.map((step) => step.status)).toEqual(['new', 'contacted', 'qualified', 'proposal', 'won'])
  })
})

describe('readFunnel', () => {
  it('keeps visits out of the base, and shows their share of all as Konektor gives it', () => {
    const funnel = readFunnel([
      { status: 'pageview', count: 60, percentage: 60 },
      { status: 'new', count: 30, percentage: 30 },
      { status: 'won', count: 10, percentage: 10 },
    ])
    expect(funnel.leads).toBe(40)
    expect(funnel.visits).toEqual({ status: 'pageview', count: 60, ofLeads: null, ofAll: 0.6 })
    expect(funnel.now[0]).toEqual({ status: 'new', count: 30, ofLeads: 0.75, ofAll: 0.3 })
  })

  it('lists statuses that nobody listed apart, and counts them as leads that may have reached any stage but Won', () => {
    const funnel = readFunnel([...example, { status: 'archived', count: 4, percentage: 2.5 }])
    expect(funnel.now.at(-1)?.status).toBe('archived')
    expect(funnel.leads).toBe(160)
    expect(funnel.elsewhere).toBe(4)
    expect(funnel.steps.find((step) => step.status === 'proposal')?.reached).toEqual({ low: 32, high: 55 })
    expect(funnel.steps.find((step) => step.status === 'won')?.reached).toEqual({ low: 12, high: 12 })
  })

  it('knows nothing that an unknown count is part of, and everything else', () => {
    const funnel = readFunnel([
      { status: 'new', count: 5 },
      { status: 'contacted', count: null },
      { status: 'won', count: 2 },
    ])
    expect(funnel.leads).toBeNull()
    expect(funnel.steps.map((step) => step.reached)).toEqual([null, null, { low: 2, high: 2 }])
    expect(funnel.now.map((row) => row.ofAll)).toEqual([null, null, null])
  })

  it('has no rate where nobody reached the step before', () => {
    const { steps } = readFunnel([])
    expect(steps.map((step) => [step.status, step.reached, step.fromPrevious, step.ofLeads])).toEqual([
      ['new', { low: 0, high: 0 }, null, null],
      ['won', { low: 0, high: 0 }, null, null],
    ])
  })
})

const anyEntries = fc.array(
  fc.record({
    status: fc.oneof(fc.constantFrom(...leadStatuses), fc.constantFrom('archived', '__proto__', 'toString', '')),
    count: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 5000 }) }, fc.constantFrom(null, undefined, -3)),
  }),
  { maxLength: 16 },
)

describe('any funnel', () => {
  it('has ordered bounds, never more further on, and rates from 0 to 1', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { steps } = readFunnel(entries)
        for (const [at, step] of steps.entries()) {
          for (const share of [step.fromPrevious, step.ofLeads]) {
            if (share === null) continue
            expect(share.low).toBeGreaterThanOrEqual(0)
            expect(share.low).toBeLessThanOrEqual(share.high)
            expect(share.high).toBeLessThanOrEqual(1)
          }
          if (step.reached === null) continue
          expect(step.reached.low).toBeLessThanOrEqual(step.reached.high)
          const before = steps[at - 1]?.reached
          if (before == null) continue
          expect(step.reached.low).toBeLessThanOrEqual(before.low)
          expect(step.reached.high).toBeLessThanOrEqual(before.high)
        }
      }),
    )
  })

  it('is exact where no lead is lost or in an unlisted status', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const placed = entries.filter(({ status }) => status !== 'lost' && leadStatuses.some((one) => one === status))
        for (const { reached, fromPrevious } of readFunnel(placed).steps) {
          if (reached !== null) expect(reached.low).toBe(reached.high)
          if (fromPrevious !== null) expect(fromPrevious.low).toBe(fromPrevious.high)
        }
      }),
    )
  })

  it('reads the same in any order', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(readFunnel([...entries].reverse())).toEqual(readFunnel(entries))
      }),
    )
  })

  it('holds every way in which the unplaced leads can have gone', () => {
    const counts = fc.record({
      contacted: fc.integer({ min: 0, max: 50 }),
      qualified: fc.integer({ min: 1, max: 50 }),
      won: fc.integer({ min: 0, max: 50 }),
      stopped: fc.array(fc.constantFrom('new', 'contacted', 'qualified'), { maxLength: 30 }),
    })
    fc.assert(
      fc.property(counts, ({ contacted, qualified, won, stopped }) => {
        const { steps } = readFunnel([
          { status: 'contacted', count: contacted },
          { status: 'qualified', count: qualified },
          { status: 'won', count: won },
          { status: 'lost', count: stopped.length },
        ])
        const order = ['new', 'contacted', 'qualified']
        const came = (stage: string) => stopped.filter((at) => order.indexOf(at) >= order.indexOf(stage)).length
        const truth = new Map([
          ['contacted', contacted + qualified + won + came('contacted')],
          ['qualified', qualified + won + came('qualified')],
          ['won', won],
        ])
        for (const [at, step] of steps.entries()) {
          const reached = truth.get(step.status)
          const before = truth.get(steps[at - 1]?.status ?? '')
          if (reached === undefined) continue
          expect(step.reached?.low).toBeLessThanOrEqual(reached)
          expect(step.reached?.high).toBeGreaterThanOrEqual(reached)
          if (before === undefined || step.fromPrevious === null) continue
          expect(step.fromPrevious.low).toBeLessThanOrEqual(reached / before + 1e-12)
          expect(step.fromPrevious.high).toBeGreaterThanOrEqual(reached / before - 1e-12)
        }
      }),
    )
  })

  it('draws a stage that held leads in the previous period and holds none now', () => {
    const before = [
      { status: 'new', count: 100 },
      { status: 'qualified', count: 200 },
      { status: 'hot', count: 0 },
      { status: 'lost', count: 90 },
      { status: 'frozen', count: 2 },
    ]
    const now = readFunnel([{ status: 'new', count: 50 }], before)
    expect(now.steps.map(({ status }) => status)).toEqual(['new', 'qualified', 'won'])
    expect(now.now.map(({ status }) => status)).toEqual(['new', 'qualified', 'won', 'lost', 'frozen'])
    expect(now.leads).toBe(50)
    expect(now.steps[1]?.reached).toEqual({ low: 0, high: 0 })
    expect(now.elsewhere).toBe(0)
  })
})

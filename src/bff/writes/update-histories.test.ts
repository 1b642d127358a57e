import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lead, LeadField } from '#contract/lead.ts'
import { hasEnded } from '#contract/lead-write.ts'
import { type History, type HistoryWrite, playHistory, stepOf, withoutLines } from './testing/lead-history.ts'
import type { MemoryFault } from './testing/memory-upstream.ts'

const histories = process.env.PROVE === '1' ? 10_000 : 300

const lossOrNone: fc.Arbitrary<MemoryFault> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ kind: 'none' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'before send' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'after send' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'after commit' } as const) },
)
const anyFault: fc.Arbitrary<MemoryFault> = fc.oneof(
  { weight: 8, arbitrary: lossOrNone },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('late commit' as const), afterMs: fc.integer({ min: 0, max: 100_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('refused' as const), status: fc.constantFrom(400, 401, 403, 500) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('too often' as const), retryAfter: fc.nat({ max: 400 }) }),
  },
)

type Value = string | number | null | undefined
const wants = ({ update }: HistoryWrite) => Object.entries(update.changes) as [LeadField, Value][]

/** Every value that a field of the lead ever had, before or after a change. */
function everHad({ first, upstream }: History, field: LeadField): Set<Value> {
  return new Set([first, ...upstream.commits.map(({ changes }) => changes as Lead)].map((lead) => lead[field] ?? null))
}

/** Fields and values that this write alone wants. */
function ownWants({ writes }: History, write: HistoryWrite): [LeadField, Value][] {
  if (!write.isNew) return []
  return wants(write).filter(([field, value]) =>
    writes.every((other) => {
      const theirs = other.update.changes[field]
      return other === write || (theirs !== value && !(field === 'notes' && String(theirs).includes(String(value))))
    }),
  )
}

/** Whether this request body would make something of a write so. */
function holds(history: History, write: HistoryWrite, body: object): boolean {
  const { note } = write.update
  // Of a write whose status gave way the other fields may go.
  const isPart = write.end.state === 'replaced' && write.update.changes.status !== undefined
  const counts = (field: LeadField) => !isPart || field === 'status' || field === 'actualValue'
  const isTyped = history.writes.some(({ update }) => note !== undefined && update.changes.notes?.includes(note))
  const sent = body as Record<string, Value>
  return (
    ownWants(history, write)
      .filter(([field]) => counts(field))
      .some(([field, value]) =>
        field === 'notes' ? String(sent.notes ?? '').endsWith(String(value)) : sent[field] === value,
      ) ||
    (note !== undefined &&
      !isTyped &&
      String(sent.notes ?? '')
        .split('\n')
        .includes(note))
  )
}

/** Overtaken by a later write that ended well; a status and its value by any later one, which took its place in the hold. */
function overtaken({ writes }: History, write: HistoryWrite, field: LeadField): boolean {
  const later = writes.slice(writes.indexOf(write) + 1)
  return later.some(({ update: { changes }, end }) =>
    field === 'status' || (field === 'actualValue' && changes.status !== undefined)
      ? changes.status !== undefined
      : changes[field] !== undefined && ['saved', 'unchanged', 'replaced', 'unknown'].includes(end.state),
  )
}

/** Somebody took out a line, or put one back, which then never came. */
function onlyLinesDiffer(history: History, a: Value, b: Value): boolean {
  return withoutLines(history, String(a ?? '')) === withoutLines(history, String(b ?? ''))
}

const neverSent: readonly string[] = ['undone', 'replaced', 'conflict']
const notApplied: readonly string[] = [...neverSent, 'rejected', 'not-sent']
const surelyUnsent: readonly string[] = ['before send', 'too often']

function checkTruth(history: History): void {
  const { writes, upstream, lines } = history
  const ours = upstream.commits.filter((commit) => commit.ours)
  for (const write of writes) {
    const { state } = write.end
    expect(hasEnded(state), state).toBe(true)
    if (state === 'saved' || state === 'unchanged') {
      for (const [field, value] of wants(write)) {
        const had = everHad(history, field)
        const wasSo =
          field === 'notes' ? [...had].some((notes) => String(notes).endsWith(String(value))) : had.has(value ?? null)
        // A wish for what was there before an earlier one: that one tells by its own end what became of it.
        const asSeen = writes.slice(0, writes.indexOf(write) + 1).some(({ update }) => {
          const saw = update.base.values[field] ?? null
          const isSame = field === 'notes' ? onlyLinesDiffer(history, saw, value) : saw === (value ?? null)
          return isSame || (update !== write.update && update.changes[field] === value)
        })
        expect(wasSo || asSeen || overtaken(history, write, field), `${state}: ${field}`).toBe(true)
      }
      const { note } = write.update
      if (note !== undefined) {
        const texts = [...everHad(history, 'notes')].map(String)
        // The reason for a status goes with it.
        const field = write.update.changes.status === undefined ? 'notes' : 'status'
        const isThere = texts.some((text) => text.split('\n').includes(note))
        expect(isThere || overtaken(history, write, 'notes') || overtaken(history, write, field)).toBe(true)
      }
    }
    if (neverSent.includes(state)) {
      const sent = upstream.asked.filter(({ fault }) => !surelyUnsent.includes(fault.kind))
      expect(
        sent.some(({ body }) => holds(history, write, body as object)),
        state,
      ).toBe(false)
    }
    if (notApplied.includes(state)) {
      expect(
        ours.some(({ changes }) => holds(history, write, changes)),
        state,
      ).toBe(false)
    }
    if (state === 'unknown') {
      const lost = upstream.asked.filter(
        ({ fault }) =>
          ['after send', 'after commit', 'late commit'].includes(fault.kind) ||
          (fault.kind === 'refused' && fault.status >= 500),
      )
      expect(lost.length).toBeGreaterThan(0)
    }
    const { status } = write.update.changes
    if (ownWants(history, write).some(([field]) => field === 'status')) {
      const sent = upstream.asked.filter(
        ({ body, fault }) => !surelyUnsent.includes(fault.kind) && (body as Partial<Lead>).status === status,
      )
      expect(sent.length, 'one request for a status').toBeLessThanOrEqual(1)
    }
  }
  expect(lines.filter(({ event }) => event === 'write')).toHaveLength(writes.length)
  expect(lines.filter(({ event }) => event === 'fault')).toEqual([])
}

test(`${histories} histories with faults before and after sending and committing end truthfully (S28)`, async () => {
  const faults = fc.array(lossOrNone, { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(stepOf(false), { maxLength: 14 }), faults, async (steps, given) => {
      checkTruth(await playHistory(steps, given))
    }),
    { numRuns: histories },
  )
})

test(`so do ${histories} with others who write, late commits, refusals and 429s (S28)`, async () => {
  const faults = fc.array(anyFault, { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(stepOf(true), { maxLength: 14 }), faults, async (steps, given) => {
      checkTruth(await playHistory(steps, given))
    }),
    { numRuns: histories },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LeadField } from '#contract/lead.ts'
import { type History, playHistory, stepOf, withoutLines } from './testing/lead-history.ts'
import type { MemoryFault } from './testing/memory-upstream.ts'

const histories = process.env.PROVE === '1' ? 10_000 : 300

/** Loss in every place. Commits stay inside of the window between a read and its write, outside of which others write. */
const fault: fc.Arbitrary<MemoryFault> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ kind: 'none' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'before send' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'after send' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'after commit' } as const) },
)

type Value = string | number | null

/**
 * What the maker of a write had seen of a field: what it was made on; and where that was a wish which was not sent yet,
 * what that wish was made on.
 */
function seenBy({ writes }: History, at: number, field: LeadField): Set<Value> {
  const seen = new Set<Value>()
  const open = [writes[at]?.update.base.values[field] ?? null]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (seen.has(value)) continue
    seen.add(value)
    for (const { update } of writes.slice(0, at)) {
      if ((update.changes[field] ?? null) === value) open.push(update.base.values[field] ?? null)
      if (field === 'notes' && typeof value === 'string' && update.note !== undefined) {
        if (value === update.note) open.push(null)
        if (value.startsWith(`${update.note}\n`)) open.push(value.slice(update.note.length + 1))
      }
    }
  }
  return seen
}

function silentOverwrites(history: History): string[] {
  const found: string[] = []
  for (const { before, changes, ours } of history.upstream.commits) {
    if (!ours) continue
    for (const [field, value] of Object.entries(changes) as [LeadField, Value][]) {
      const was = before[field] ?? null
      const isOnlyLines = field === 'notes' && `\n${value}`.endsWith(was === null ? '' : `\n${was}`)
      if (was === value || isOnlyLines) continue
      const makers = history.writes.flatMap(({ update }, at) => {
        const wanted = update.changes[field]
        if (wanted === undefined) return []
        const isIt =
          field === 'notes'
            ? withoutLines(history, String(value ?? '')) === withoutLines(history, String(wanted ?? ''))
            : wanted === value
        return isIt ? [at] : []
      })
      if (!makers.some((at) => seenBy(history, at, field).has(was))) found.push(`${field}: ${was} by ${value}`)
    }
  }
  return found
}

test(`in ${histories} histories of five actors nobody's value is overwritten unseen (S31)`, async () => {
  let overwrites = 0
  let conflicts = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepOf(true), { minLength: 8, maxLength: 20 }),
      fc.array(fault, { maxLength: 10 }),
      async (steps, faults) => {
        const history = await playHistory(steps, faults)
        expect(silentOverwrites(history)).toEqual([])
        overwrites += history.upstream.commits.filter(({ ours }) => ours).length
        conflicts += history.writes.filter(({ end }) => end.state === 'conflict').length
      },
    ),
    { numRuns: histories },
  )
  // The histories are worth something only where much was written and many met each other.
  expect(overwrites).toBeGreaterThan(histories)
  expect(conflicts).toBeGreaterThan(histories / 4)
})

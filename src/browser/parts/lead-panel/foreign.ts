import { type Lead, type LeadField, leadFields } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'

type Value = string | number | null | undefined

/** A field that somebody else changed while this person was at the lead. */
export interface ForeignChange {
  readonly field: LeadField
  readonly from: Value
  readonly to: Value
}

/** What this person has seen of a lead, and what changed under their hands since. */
export interface Sight {
  readonly seen: Lead
  readonly told: readonly ForeignChange[]
}

/**
 * Takes in the lead as it is shown now. While nobody edits, everything merges silently; while somebody does, what changed
 * without their doing is told, and stays told until it is waved away.
 */
export function lookAgain(sight: Sight, lead: Lead, isBusy: boolean, writes: readonly OwnWrite[]): Sight {
  if (sight.seen === lead) return sight
  if (!isBusy) return { ...sight, seen: lead }
  const fresh = leadFields.filter(
    (field) =>
      lead[field] !== undefined &&
      !isSame(sight.seen[field], lead[field]) &&
      !writes.some((write) => explains(write, field, lead)),
  )
  if (fresh.length === 0) return { ...sight, seen: lead }
  const kept = sight.told.filter(({ field }) => !fresh.includes(field))
  const told = fresh.map((field) => ({
    field,
    from: sight.told.find((change) => change.field === field)?.from ?? sight.seen[field],
    to: lead[field],
  }))
  return { seen: lead, told: [...kept, ...told] }
}

/** Whether a write of this tab made the field what it is: by being made, or by being taken back or refused. */
function explains({ changes, note, base }: OwnWrite, field: LeadField, lead: Lead): boolean {
  if (field === 'notes' && note !== null) return true
  if (changes[field] === undefined) return false
  return isSame(changes[field], lead[field]) || isSame(base.values[field], lead[field])
}

/** Unknown, empty and nothing are one. */
function isSame(a: Value, b: Value): boolean {
  return (a ?? '') === (b ?? '')
}

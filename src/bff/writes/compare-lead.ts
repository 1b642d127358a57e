import { type Lead, type LeadChanges, type LeadField, leadFields } from '#contract/lead.ts'
import type { LeadBase } from '#contract/lead-write.ts'
import { hasNoteLine } from '#contract/note-line.ts'

type Value = string | number | null | undefined

/** Reads never answer it, so it can neither be compared nor confirmed. */
const unreadable: LeadField = 'externalRef'

/** Nothing is nothing: null and missing are equal. Text counts as the Agent API stores it, trimmed. */
export function sameValue(a: Value, b: Value): boolean {
  return plain(a) === plain(b)
}

function plain(value: Value): string | number | null {
  return typeof value === 'string' ? value.trim() : (value ?? null)
}

export interface LeadComparison {
  /** What is left to send: the changed fields that do not hold the wanted value already. */
  readonly toSend: Partial<LeadChanges>
  /** Fields that somebody else changed meanwhile, to another value than ours, with their value now. */
  readonly theirs: Readonly<Record<string, string | number | null>>
}

/** Holds wanted changes against the lead as it is now and as it was when editing began (safety S31). */
export function compareLead(now: Lead, base: LeadBase, changes: LeadChanges): LeadComparison {
  const toSend: Record<string, Value> = {}
  const theirs: Record<string, string | number | null> = {}
  for (const field of leadFields) {
    const wanted = changes[field]
    if (wanted === undefined) continue
    if (field === unreadable) toSend[field] = wanted
    else if (sameValue(now[field], wanted)) continue
    else if (sameValue(now[field], base.values[field])) toSend[field] = wanted
    else theirs[field] = now[field] ?? null
  }
  return { toSend: toSend as Partial<LeadChanges>, theirs }
}

/** True where a read can show that a write of these fields took place. */
export function canBeSeen(sent: Partial<LeadChanges>): boolean {
  return visibleOf(sent).length > 0
}

/**
 * True where a lead read afterwards shows that a write of these fields took place. Notes to which only lines were added
 * show it by those lines: somebody may have written above them since.
 */
export function showsChanges(now: Lead, sent: Partial<LeadChanges>, lines: readonly string[] = []): boolean {
  const shows = (field: LeadField) =>
    sameValue(now[field], sent[field]) ||
    (field === 'notes' && lines.length > 0 && lines.every((line) => hasNoteLine(now.notes, line)))
  return canBeSeen(sent) && visibleOf(sent).every(shows)
}

function visibleOf(sent: Partial<LeadChanges>): readonly LeadField[] {
  return leadFields.filter((field) => field in sent && field !== unreadable)
}

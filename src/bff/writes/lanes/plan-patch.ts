import { type Lead, type LeadChanges, type LeadField, leadFields } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { hasNoteLine, withNoteLine } from '#contract/note-line.ts'
import { compareLead, sameValue } from '../compare-lead.ts'
import { fieldsOf, type LanePart, withoutParts } from './waiting-parts.ts'

export interface PatchPlan {
  /** One request for all that goes; empty where nothing has to be sent. */
  readonly body: Partial<LeadChanges>
  /** The note lines in it. */
  readonly lines: readonly string[]
  /** Parts whose end is that of the request. */
  readonly going: readonly string[]
  readonly unchanged: readonly string[]
  /** Everything of these was overtaken by later parts. */
  readonly replaced: readonly string[]
  readonly conflicts: readonly { readonly id: string; readonly theirs: Readonly<Record<string, unknown>> }[]
  /** Their note does not fit; `length` of what is there. */
  readonly full: readonly { readonly id: string; readonly length: number }[]
  /** Made without seeing what goes now: compared again after it. */
  readonly later: readonly string[]
}

/**
 * Holds parts against the lead as just read (safety S31), each upon the ones before it. A part goes whole or not at
 * all; one that cannot go keeps no other from going.
 */
export function planPatch(now: Lead, parts: readonly LanePart[]): PatchPlan {
  const conflicts: { id: string; theirs: Record<string, unknown> }[] = []
  const full: { id: string; length: number }[] = []
  const later: string[] = []
  const applied: LanePart[] = []
  const lines = new Map<string, string>()
  const lastWriter = new Map<LeadField, string>()
  let then: Lead = now
  let rest = parts
  for (let part = rest[0]; part !== undefined; part = rest[0]) {
    const { theirs } = compareLead(then, part.base, part.changes)
    const fields = Object.keys(theirs) as LeadField[]
    const real = fields.filter((field) => sameValue(then[field], now[field]))
    if (real.length > 0) {
      conflicts.push({ id: part.id, theirs: Object.fromEntries(real.map((field) => [field, now[field] ?? null])) })
      rest = withoutParts(rest, [part.id])
      continue
    }
    if (fields.length > 0) {
      later.push(part.id)
      rest = rest.slice(1)
      continue
    }
    const changed = { ...then, ...part.changes }
    const { note } = part
    if (note !== null && !hasNoteLine(changed.notes, note)) {
      const notes = withNoteLine(changed.notes, note)
      if (notes.length > limits.notes) {
        full.push({ id: part.id, length: changed.notes?.length ?? 0 })
        rest = withoutParts(rest, [part.id])
        continue
      }
      changed.notes = notes
      lines.set(part.id, note)
    }
    for (const field of fieldsOf(part)) lastWriter.set(field, part.id)
    then = changed
    applied.push(part)
    rest = rest.slice(1)
  }

  const body: Record<string, unknown> = {}
  for (const field of leadFields) {
    const written = lastWriter.has(field) || (field === 'notes' && lines.size > 0)
    if (written && (field === 'externalRef' || !sameValue(then[field], now[field]))) body[field] = then[field]
  }
  const ends = { going: [] as string[], unchanged: [] as string[], replaced: [] as string[] }
  for (const part of applied) {
    const adds =
      fieldsOf(part).some((field) => lastWriter.get(field) === part.id && field in body) ||
      (lines.has(part.id) && 'notes' in body)
    ends[adds ? 'going' : isSo(now, part) ? 'unchanged' : 'replaced'].push(part.id)
  }
  const sentLines = ends.going.flatMap((id) => lines.get(id) ?? [])
  return { body: body as Partial<LeadChanges>, lines: sentLines, ...ends, conflicts, full, later }
}

function isSo(now: Lead, part: LanePart): boolean {
  return (
    fieldsOf(part).every((field) => sameValue(now[field], part.changes[field])) &&
    (part.note === null || hasNoteLine(now.notes, part.note))
  )
}

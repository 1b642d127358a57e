import { type Lead, type LeadChanges, type LeadField, leadFields } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { hasNoteLine, withNoteLine } from '#contract/note-line.ts'
import { compareLead, sameValue } from '../compare-lead.ts'
import { collapse, fieldsOf, type LanePart, withoutParts } from './waiting-parts.ts'

export interface PatchPlan {
  /** One request for all that goes; empty where nothing has to be sent. */
  readonly body: Partial<LeadChanges>
  /** The note lines in it. */
  readonly lines: readonly string[]
  /** Parts whose end is that of the request. */
  readonly going: readonly string[]
  readonly unchanged: readonly string[]
  /** Their status, or everything, was overtaken by later parts. Other fields of them may go. */
  readonly overtaken: readonly string[]
  readonly conflicts: readonly { readonly id: string; readonly theirs: Readonly<Record<string, unknown>> }[]
  /** Their note does not fit; `length` of what is there. */
  readonly full: readonly { readonly id: string; readonly length: number }[]
  /** Made without seeing what goes now: compared again after it. */
  readonly later: readonly string[]
}

/**
 * Holds parts against the lead as just read (safety S31), each upon the ones before it. A part that cannot go keeps no
 * other from going; among those that can, an earlier status gives way to a later one.
 */
export function planPatch(now: Lead, parts: readonly LanePart[]): PatchPlan {
  const first = walk(now, parts)
  const { parts: left, overtaken, idle } = collapse(first.applied)
  const { then, applied, lines, lastWriter, ...second } = walk(now, left)
  const body: Record<string, unknown> = {}
  for (const field of leadFields) {
    const written = lastWriter.has(field) || (field === 'notes' && lines.size > 0)
    if (written && (field === 'externalRef' || !sameValue(then[field], now[field]))) body[field] = then[field]
  }
  const ends = { going: [] as string[], unchanged: [...idle], overtaken: [...overtaken] }
  for (const part of applied) {
    const adds =
      fieldsOf(part).some((field) => lastWriter.get(field) === part.id && field in body) ||
      (lines.has(part.id) && 'notes' in body)
    if (adds) ends.going.push(part.id)
    else if (!overtaken.includes(part.id)) ends[isSo(now, part) ? 'unchanged' : 'overtaken'].push(part.id)
  }
  const sentLines = ends.going.flatMap((id) => lines.get(id) ?? [])
  return {
    body: body as Partial<LeadChanges>,
    lines: sentLines,
    ...ends,
    conflicts: [...first.conflicts, ...second.conflicts],
    full: [...first.full, ...second.full],
    later: [...first.later, ...second.later],
  }
}

/** Holds parts against a lead one upon the other, and sorts out those that cannot go. */
function walk(now: Lead, parts: readonly LanePart[]) {
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
    applied.push(uponTruth(part, then))
    then = changed
    rest = rest.slice(1)
  }
  return { then, applied, lines, lastWriter, conflicts, full, later }
}

/** A part whose base is what is beneath it. Its maker may have seen something older, where what is wanted was so already. */
function uponTruth(part: LanePart, beneath: Lead): LanePart {
  const values = { ...part.base.values }
  for (const field of fieldsOf(part)) if (field !== 'externalRef') values[field] = beneath[field] ?? null
  return { ...part, base: { ...part.base, values } }
}

function isSo(now: Lead, part: LanePart): boolean {
  return (
    fieldsOf(part).every((field) => sameValue(now[field], part.changes[field])) &&
    (part.note === null || hasNoteLine(now.notes, part.note))
  )
}

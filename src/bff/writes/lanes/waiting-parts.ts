import { type LeadChanges, type LeadField, leadFields } from '#contract/lead.ts'
import type { LeadBase } from '#contract/lead-write.ts'
import { hasNoteLine, withNoteLine } from '#contract/note-line.ts'
import { sameValue } from '../compare-lead.ts'

/** One write of a lead, while it waits to leave. */
export interface LanePart {
  readonly id: string
  readonly base: LeadBase
  readonly changes: LeadChanges
  /** A whole line for the top of the notes. */
  readonly note: string | null
  /** Epoch milliseconds from which it may leave. */
  readonly dueAt: number
}

type Value = string | number | null | undefined

/** What belongs to a status, and goes with it when another takes its place. */
const withStatus: readonly LeadField[] = ['status', 'actualValue']

export function fieldsOf({ changes }: Pick<LanePart, 'changes'>): readonly LeadField[] {
  return leadFields.filter((field) => changes[field] !== undefined)
}

/**
 * The parts that leave together: each one was made by somebody who saw what the ones before it want. Who did not see
 * it waits behind, to be compared with what was then sent; so does who built on one that waits behind.
 */
export function frontOf(parts: readonly LanePart[]): readonly LanePart[] {
  const wanted = new Map<LeadField, Value>()
  const behind = new Set<LeadField>()
  return parts.filter((part) => {
    const fields = fieldsOf(part)
    const fits = fields.every((field) =>
      wanted.has(field) ? sameValue(wanted.get(field), part.base.values[field]) : !behind.has(field),
    )
    for (const field of fields) {
      if (fits) wanted.set(field, part.changes[field])
      else behind.add(field)
    }
    const notes = wanted.get('notes')
    if (fits && part.note !== null && typeof notes === 'string' && !hasNoteLine(notes, part.note)) {
      wanted.set('notes', withNoteLine(notes, part.note))
    }
    return fits
  })
}

/** When the front leaves, in epoch milliseconds: with its last status, or at once where it has none. */
export function frontDueAt(front: readonly LanePart[]): number {
  return front.findLast(({ changes }) => changes.status !== undefined)?.dueAt ?? 0
}

/**
 * Takes parts out of which nothing was sent. Who built on one of them stands then on what it stood on: the first one
 * behind whose base is the value that now never comes gets the base of that value.
 */
export function withoutParts(parts: readonly LanePart[], ids: readonly string[]): readonly LanePart[] {
  let left = parts
  // The last one first: what was built on two of them steps back twice.
  for (const gone of parts.toReversed()) {
    if (!ids.includes(gone.id)) continue
    const at = left.findIndex(({ id }) => id === gone.id)
    const now = left[at] ?? gone
    left = [...left.slice(0, at), ...rebased(left.slice(at + 1), now, fieldsOf(now))]
  }
  return left
}

function rebased(behind: readonly LanePart[], gone: LanePart, fields: readonly LeadField[]): readonly LanePart[] {
  const open = new Set(fields)
  return behind.map((part) => {
    const values: Record<string, string | number | null> = { ...part.base.values }
    const { notes } = values
    // Its line was put on top of all else it wants.
    if (gone.note !== null && typeof notes === 'string' && part.changes.notes !== undefined) {
      values.notes = withoutLine(notes, gone.note)
    }
    const onIt = fieldsOf(part).filter((field) => open.has(field) && sameValue(values[field], gone.changes[field]))
    for (const field of onIt) {
      open.delete(field)
      values[field] = gone.base.values[field] ?? null
    }
    return { ...part, base: { ...part.base, values } }
  })
}

function withoutLine(notes: string, line: string): string | null {
  if (notes === line) return null
  return notes.startsWith(`${line}\n`) ? notes.slice(line.length + 1) : notes
}

/** A part without the fields that it leaves as its maker saw them. An external reference is never seen. */
function trimmed(part: LanePart): LanePart {
  const idle = fieldsOf(part).filter(
    (field) => field !== 'externalRef' && sameValue(part.base.values[field], part.changes[field]),
  )
  return idle.length === 0 ? part : { ...part, changes: without(part.changes, idle) }
}

function without(changes: LeadChanges, fields: readonly LeadField[]): LeadChanges {
  const left = { ...changes }
  for (const field of fields) delete left[field]
  return left
}

function isNothing({ changes, note }: LanePart): boolean {
  return note === null && Object.keys(changes).length === 0
}

/** Parts that want something, and the ids of those that want only what their maker saw. Nobody need ask for that. */
export function withoutIdle(given: readonly LanePart[]): {
  readonly parts: readonly LanePart[]
  readonly idle: readonly string[]
} {
  const parts = given.map(trimmed)
  return { parts: parts.filter((part) => !isNothing(part)), idle: parts.filter(isNothing).map(({ id }) => id) }
}

export interface CollapsedParts {
  readonly parts: readonly LanePart[]
  /** Their status gave way to a later one. Of some other fields are left, which stand in `parts`. */
  readonly overtaken: readonly string[]
  /** After that these want what is there already. */
  readonly idle: readonly string[]
}

/**
 * Of several statuses that leave together the last one is left, on the base of the first. What goes with an earlier one
 * goes with it, its note too: made in one write with a status, it says why ("Lost: price"). Only for parts that leave: as
 * long as they wait, the later one can still be undone, and the earlier one stands.
 */
export function collapse(front: readonly LanePart[]): CollapsedParts {
  let parts = front
  const overtaken: string[] = []
  for (;;) {
    const [earlier, later] = parts.filter(({ changes }) => changes.status !== undefined)
    if (earlier === undefined || later === undefined) break
    const at = parts.indexOf(earlier)
    const dropped = fieldsOf(earlier).filter((field) => withStatus.includes(field))
    const left = { ...earlier, note: null, changes: without(earlier.changes, dropped) }
    const behind = rebased(parts.slice(at + 1), earlier, dropped)
    parts = [...parts.slice(0, at), ...(isNothing(left) ? [] : [left]), ...behind]
    overtaken.push(earlier.id)
  }
  const settled = withoutIdle(parts)
  return { parts: settled.parts, overtaken, idle: settled.idle.filter((id) => !overtaken.includes(id)) }
}

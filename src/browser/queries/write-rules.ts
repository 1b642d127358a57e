import { type Lead, type LeadChanges, type LeadField, leadChanges, leadFields } from '#contract/lead.ts'
import { hasNoteLine } from '#contract/note-line.ts'
import type { OwnWrite } from './own-write.ts'

/** What a write is to do. */
export type Intent = Pick<OwnWrite, 'base' | 'changes' | 'note'>
type Value = string | number | null | undefined

/** What a change of a lead as it is shown means: the base holds what was seen of every changed field. */
export function intentOf(lead: Lead, changes: LeadChanges, note: string | null): Intent {
  const values = Object.fromEntries(fieldsOf(changes).map((field) => [field, lead[field] ?? null]))
  return { base: { updatedAt: lead.updatedAt ?? null, values }, changes, note }
}

/** A write as it begins: waiting, and never handed over. */
export function newWrite(id: string, leadId: string, { base, changes, note }: Intent, now: number): OwnWrite {
  const start = {
    sentAt: null,
    sentTo: null,
    dueAt: null,
    endedAt: null,
    failure: null,
    checkedAt: null,
    savedAs: null,
  }
  return {
    id,
    leadId,
    base,
    changes,
    note,
    ...start,
    madeAt: now,
    state: 'waiting',
    isUnconfirmed: false,
    isUndoing: false,
  }
}

/** The way back from what a write saved; null where nothing of it can be put back. A note stays: it was said. */
export function wayBack({ base, changes, savedAs }: OwnWrite): Intent | null {
  const back = pick(base.values, (field) => isPutBack(field, base.values[field]))
  if (Object.keys(back).length === 0) return null
  const saved = Object.fromEntries(fieldsOf(back).map((field) => [field, changes[field] ?? null]))
  return { base: { updatedAt: savedAs ?? base.updatedAt ?? null, values: saved }, changes: back, note: null }
}

/** Statuses of a lead that still wait, in the order they were made. */
export function waitingStatuses(writes: readonly OwnWrite[]): readonly OwnWrite[] {
  return writes.filter(
    (write) => write.changes.status !== undefined && (write.state === 'held' || write.state === 'waiting'),
  )
}

/** A write on what was saved beneath it: a status of ours that it took the place of was only shown, never saved. */
export function uponSaved(write: OwnWrite, writes: readonly OwnWrite[]): OwnWrite {
  const values = { ...write.base.values }
  for (const before of writes.slice(0, writes.indexOf(write)).toReversed()) {
    if (before.state !== 'replaced') continue
    for (const field of ['status', 'actualValue'] as const) {
      const isItsBase = before.changes[field] !== undefined && plain(before.changes[field]) === plain(values[field])
      if (isItsBase) values[field] = before.base.values[field] ?? null
    }
  }
  return { ...write, base: { ...write.base, values } }
}

/** Reads never answer the external reference, so nobody knows what it was; and an odd old value may not be written. */
function isPutBack(field: LeadField, value: Value): boolean {
  return field !== 'externalRef' && value !== undefined && leadChanges.shape[field].safeParse(value).success
}

/**
 * Decides one field of a conflict: theirs leaves it alone, mine goes over what they wrote and says so by its base. Gives
 * what is left of the write, with the fields still to be decided.
 */
export function decided(
  write: OwnWrite,
  field: LeadField,
  take: 'mine' | 'theirs',
): { readonly intent: Intent; readonly theirs: Readonly<Record<string, string | number | null>> } | null {
  const { failure, note } = write
  if (failure?.kind !== 'conflict' || !Object.hasOwn(failure.theirs, field)) return null
  const { [field]: their = null, ...theirs } = failure.theirs
  const values = { ...write.base.values, [field]: their }
  const changes = take === 'mine' ? write.changes : pick(write.changes, (name) => name !== field)
  const base = { updatedAt: failure.updatedAt ?? write.base.updatedAt, values }
  return { intent: { base, changes, note }, theirs }
}

export function isEmpty({ changes, note }: Pick<Intent, 'changes' | 'note'>): boolean {
  return note === null && fieldsOf(changes).length === 0
}

/** True where a lead read afterwards shows everything of a write. What no read answers can prove nothing either way. */
export function showsWrite(lead: Lead, { changes, note }: Pick<Intent, 'changes' | 'note'>): boolean {
  const visible = fieldsOf(changes).filter((field) => field !== 'externalRef')
  if (visible.length === 0 && note === null) return false
  return (
    visible.every((field) => plain(lead[field]) === plain(changes[field])) &&
    (note === null || hasNoteLine(lead.notes, note))
  )
}

function plain(value: Value): string | number | null {
  return typeof value === 'string' ? value.trim() || null : (value ?? null)
}

function fieldsOf(changes: LeadChanges): readonly LeadField[] {
  return leadFields.filter((field) => changes[field] !== undefined)
}

function pick(values: Readonly<Record<string, unknown>>, isWanted: (field: LeadField) => boolean): LeadChanges {
  return Object.fromEntries(
    leadFields
      .filter((field) => Object.hasOwn(values, field) && isWanted(field))
      .map((field) => [field, values[field]]),
  )
}

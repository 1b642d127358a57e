import { type Lead, type LeadField, leadFields } from '#contract/lead.ts'
import { changesOf, draftText, emptyDraft, type LeadDraft, toDraft } from '#parts/lead/lead-draft.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { readSessionDraft, writeSessionDraft } from '#queries/session-draft.ts'
import type { Locale } from '#words/locale.ts'
import { type FormValues, toFormValues } from './form-values.ts'

/** A save that was sent and whose end nobody knows. */
export interface Sent {
  /** Under which the proxy knows it; null where it was an edit, which is found by its lead. */
  readonly writeId: string | null
  /** Under which the lead can be looked up; null where it has none. */
  readonly externalRef: string | null
  /** Epoch milliseconds. */
  readonly sentAt: number
}

/** What this tab keeps of a form that is not saved. */
export interface KeptDraft {
  readonly draft: LeadDraft & Partial<FormValues>
  /** The lead as it was seen when editing began; null for a new one. */
  readonly seen: Lead | null
  /** Set from the moment of sending until the outcome is known: a reload must look it up, never send it again. */
  readonly sent: Sent | null
}

const nameOf = (id: string | null) => (id === null ? 'lead-new' : `lead-${id}`)

export function readKeptDraft(id: string | null): KeptDraft | null {
  return readSessionDraft(nameOf(id), isKeptDraft)
}

export function writeKeptDraft(id: string | null, kept: KeptDraft | null): void {
  writeSessionDraft(nameOf(id), kept)
}

/** What a form had sent and somebody took back: what was typed, over what was seen beneath it. */
export function draftOfUndone({ changes, base }: OwnWrite, lead: Lead, locale: Locale): KeptDraft {
  const typed = leadFields.flatMap((field) =>
    changes[field] === undefined ? [] : [[field, draftText(field, changes[field], locale)] as const],
  )
  const draft = { ...toDraft(lead, locale), ...Object.fromEntries(typed) }
  return { draft, seen: { ...lead, ...base.values, updatedAt: base.updatedAt }, sent: null }
}

export interface Beginning {
  readonly seen: Lead | null
  readonly values: FormValues
  readonly sent: Sent | null
  readonly isRestored: boolean
}

/** What the form begins with: `lead` as it is, or nothing for a new one (null), with what this tab kept over it. */
export function beginForm(lead: Lead | null, kept: KeptDraft | null, locale: Locale): Beginning {
  const plain = lead === null ? emptyDraft : toDraft(lead, locale)
  if (kept === null) return { seen: lead, values: toFormValues(plain), sent: null, isRestored: false }
  const { seen, draft } = lead === null ? { seen: null, draft: kept.draft } : restoreEdits(kept, lead, locale)
  const { withoutValue = false, lostReason = '' } = kept.draft
  const isRestored = lead === null || leadFields.some((field) => draft[field] !== plain[field])
  return { seen, values: { ...draft, withoutValue, lostReason }, sent: kept.sent, isRestored }
}

/**
 * Lays kept edits over a fresh read: edited fields keep what was typed and what was seen beneath it, so that a change
 * made elsewhere meanwhile is still told; every other field, and one that has come to the same, is as it is now.
 */
export function restoreEdits(kept: KeptDraft, fresh: Lead, locale: Locale): { seen: Lead; draft: LeadDraft } {
  const freshDraft = toDraft(fresh, locale)
  if (kept.seen === null) return { seen: fresh, draft: freshDraft }
  const open = changesOf(freshDraft, kept.draft)
  const edited = (Object.keys(changesOf(toDraft(kept.seen, locale), kept.draft)) as LeadField[]).filter((field) =>
    Object.hasOwn(open, field),
  )
  const pick = <T extends object>(from: T) => Object.fromEntries(edited.map((field) => [field, from[field as keyof T]]))
  return {
    seen: edited.length === 0 ? fresh : { ...fresh, ...pick(kept.seen), updatedAt: kept.seen.updatedAt },
    draft: { ...freshDraft, ...pick(kept.draft) },
  }
}

function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return false
  const draft = value.draft as Readonly<Record<string, unknown>> | null
  return typeof draft === 'object' && draft !== null && leadFields.every((field) => typeof draft[field] === 'string')
}

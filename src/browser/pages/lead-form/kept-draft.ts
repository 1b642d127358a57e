import { type Lead, type LeadField, leadFields } from '#contract/lead.ts'
import { changesOf, type LeadDraft, toDraft } from '#parts/lead/lead-draft.ts'
import { readSessionDraft, writeSessionDraft } from '#parts/session-draft.ts'
import type { Locale } from '#words/locale.ts'

/** What this tab keeps of a form that is not saved. */
export interface KeptDraft {
  readonly draft: LeadDraft
  /** The lead as it was seen when editing began; null for a new one. */
  readonly seen: Lead | null
  /** Set from the moment of sending until the outcome is known: a reload must look it up, never send it again. */
  readonly sent: { readonly externalRef: string | null } | null
}

const nameOf = (id: string | null) => (id === null ? 'lead-new' : `lead-${id}`)

export function readKeptDraft(id: string | null): KeptDraft | null {
  return readSessionDraft(nameOf(id), isKeptDraft)
}

export function writeKeptDraft(id: string | null, kept: KeptDraft | null): void {
  writeSessionDraft(nameOf(id), kept)
}

/**
 * Lays kept edits over a fresh read: edited fields keep what was typed and what was seen beneath it, so that a change
 * made elsewhere meanwhile is still told; every other field is as it is now.
 */
export function restoreEdits(kept: KeptDraft, fresh: Lead, locale: Locale): { seen: Lead; draft: LeadDraft } {
  if (kept.seen === null) return { seen: fresh, draft: toDraft(fresh, locale) }
  const edited = Object.keys(changesOf(toDraft(kept.seen, locale), kept.draft)) as LeadField[]
  const pick = <T extends object>(from: T) => Object.fromEntries(edited.map((field) => [field, from[field as keyof T]]))
  return {
    seen: { ...fresh, ...pick(kept.seen), updatedAt: kept.seen.updatedAt },
    draft: { ...toDraft(fresh, locale), ...pick(kept.draft) },
  }
}

function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value)) return false
  const draft = value.draft as Readonly<Record<string, unknown>> | null
  return typeof draft === 'object' && draft !== null && leadFields.every((field) => typeof draft[field] === 'string')
}

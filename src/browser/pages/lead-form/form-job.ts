import type { Lead, LeadChanges } from '#contract/lead.ts'
import { withNoteLine } from '#contract/note-line.ts'
import { changesOf, fromDraft, type LeadDraft } from '#parts/lead/lead-draft.ts'
import type { FormValues } from './form-values.ts'

/** One save: what the fields held, what it was measured against, and what goes out. */
export interface Job {
  readonly values: FormValues
  /** null for a new lead. */
  readonly from: Lead | null
  readonly changes: LeadChanges
  /** A line for the top of the notes as they are when it arrives. */
  readonly note: string | undefined
}

interface JobParts extends Pick<Job, 'values' | 'from'> {
  readonly start: LeadDraft
  /** The line that goes with it, null for none. */
  readonly note: string | null
  /** Under which a new lead can be looked up where the person gave no reference. */
  readonly reference: string
}

/** What saving sends. A new lead has no notes yet, so the line begins them. */
export function jobOf({ values, from, start, note, reference }: JobParts): Job {
  if (from !== null) return { values, from, changes: changesOf(start, values), note: note ?? undefined }
  const filled = { externalRef: reference, ...fromDraft(values) }
  const changes = note === null ? filled : { ...filled, notes: withNoteLine(filled.notes, note) }
  return { values, from, changes, note: undefined }
}

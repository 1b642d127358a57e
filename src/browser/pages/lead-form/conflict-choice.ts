import type { Lead, LeadField } from '#contract/lead.ts'
import { draftText } from '#parts/lead/lead-draft.ts'
import type { Failure } from '#queries/failure.ts'
import type { Locale } from '#words/locale.ts'
import type { FormValues } from './form-values.ts'

export type Conflict = Extract<Failure, { kind: 'conflict' }>

interface ConflictChoice {
  readonly conflict: Conflict
  readonly field: LeadField
  readonly take: 'mine' | 'theirs'
  readonly seen: Lead
  readonly values: FormValues
  readonly locale: Locale
}

export interface ChosenField {
  /** What counts as seen from now on: theirs, whichever was taken. */
  readonly seen: Lead
  readonly values: FormValues
  /** What is still to decide; null where this was the last. */
  readonly rest: Conflict | null
}

/** Decides one field that was changed on both sides. */
export function chooseField({ conflict, field, take, seen, values, locale }: ConflictChoice): ChosenField {
  const { [field]: theirs = null, ...rest } = conflict.theirs
  return {
    seen: { ...seen, [field]: theirs, updatedAt: conflict.updatedAt ?? seen.updatedAt },
    values: take === 'mine' ? values : { ...values, [field]: draftText(field, theirs, locale) },
    rest: Object.keys(rest).length === 0 ? null : { ...conflict, theirs: rest },
  }
}

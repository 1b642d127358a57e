import { type Lead, type LeadChanges, type LeadField, leadChanges, leadFields } from '#contract/lead.ts'
import type { Locale } from '#words/locale.ts'
import { amountText, parseAmount } from './amount-input.ts'
import { shownReference } from './own-reference.ts'
import { cleanPhone, isPhone } from './phone-input.ts'

/** A lead as a form holds it: every field a text, '' for none. */
export type LeadDraft = Readonly<Record<LeadField, string>>

/** What is wrong with a field, before it is put into words. */
export type DraftFault =
  | {
      readonly kind: 'required' | 'email' | 'phone' | 'uuid' | 'amount' | 'amount-large' | 'value' | 'reason' | 'other'
    }
  | { readonly kind: 'long'; readonly max: number; readonly over: number }

export type DraftFaults = Partial<Readonly<Record<LeadField, DraftFault>>>

const amounts: ReadonlySet<LeadField> = new Set(['estimatedValue', 'actualValue'])

/** A lead of nothing but the API's own default. */
export const emptyDraft: LeadDraft = {
  ...(Object.fromEntries(leadFields.map((field) => [field, ''])) as LeadDraft),
  status: 'new',
}

/** The draft that editing a lead begins with. Line breaks are as the browser's own controls keep them. */
export function toDraft(lead: Lead, locale: Locale): LeadDraft {
  const entries = leadFields.map((field) => [field, draftText(field, lead[field], locale)])
  return Object.fromEntries(entries) as LeadDraft
}

/** One value of a lead as the form shows it. */
export function draftText(field: LeadField, value: string | number | null | undefined, locale: Locale): string {
  if (value == null) return ''
  if (typeof value === 'number') return amountText(value, locale)
  if (field === 'externalRef') return shownReference(value)
  return field === 'notes' ? value.replace(/\r\n?/g, '\n') : value.replace(/[\r\n]/g, '')
}

/** The value of one field as it is sent; null for none. An amount that is not one is 'invalid'. */
function sentValue(field: LeadField, draft: LeadDraft): string | number | null {
  const text = draft[field]
  if (amounts.has(field)) return parseAmount(text)
  if (text.trim() === '') return null
  if (field === 'phone') return cleanPhone(text)
  return field === 'notes' ? text : text.trim()
}

/** Everything that is filled in, as a create sends it. */
export function fromDraft(draft: LeadDraft): LeadChanges {
  return collect(draft, (value) => value !== null)
}

/** Only what differs from the draft that editing began with; null where a field was emptied. */
export function changesOf(start: LeadDraft, draft: LeadDraft): LeadChanges {
  return collect(draft, (value, field) => value !== sentValue(field, start))
}

/** True where nothing would be sent. */
export function isUnchanged(start: LeadDraft, draft: LeadDraft): boolean {
  return Object.keys(changesOf(start, draft)).length === 0
}

/** What keeps the changes from being sent, by field. What nobody touched is never complained about. */
export function faultsOf(start: LeadDraft, draft: LeadDraft, isNew: boolean): DraftFaults {
  const values: Record<string, unknown> = isNew ? fromDraft(draft) : changesOf(start, draft)
  const faults: { -readonly [F in LeadField]?: DraftFault } = {}
  const isNameMissing = draft.firstName.trim() === '' && (isNew || 'firstName' in values)
  if (isNameMissing) faults.firstName = { kind: 'required' }
  for (const issue of leadChanges.safeParse(values).error?.issues ?? []) {
    const field = leadFields.find((name) => name === issue.path[0])
    if (field !== undefined) faults[field] ??= toFault(field, issue, draft)
  }
  if (typeof values.phone === 'string' && !isPhone(values.phone)) faults.phone ??= { kind: 'phone' }
  return faults
}

function collect(draft: LeadDraft, isKept: (value: string | number | null, field: LeadField) => boolean): LeadChanges {
  const kept = leadFields.map((field) => [field, sentValue(field, draft)] as const)
  return Object.fromEntries(kept.filter(([field, value]) => isKept(value, field))) as LeadChanges
}

function toFault(field: LeadField, issue: { code?: string; maximum?: unknown }, draft: LeadDraft): DraftFault {
  if (amounts.has(field)) return { kind: issue.code === 'too_big' ? 'amount-large' : 'amount' }
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum)
    return { kind: 'long', max, over: String(sentValue(field, draft) ?? '').length - max }
  }
  if (field === 'email') return { kind: 'email' }
  return { kind: field === 'assignedTo' ? 'uuid' : 'other' }
}

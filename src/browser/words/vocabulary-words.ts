import * as m from './compiled/messages.js'

type Word = () => string
type Words = Readonly<Record<string, Word>>

const statuses: Words = {
  pageview: m.status_pageview,
  new: m.status_new,
  contacted: m.status_contacted,
  responded: m.status_responded,
  qualified: m.status_qualified,
  hot: m.status_hot,
  proposal: m.status_proposal,
  negotiation: m.status_negotiation,
  invoice: m.status_invoice,
  won: m.status_won,
  lost: m.status_lost,
}

const priorities: Words = {
  low: m.priority_low,
  medium: m.priority_medium,
  normal: m.priority_normal,
  high: m.priority_high,
  urgent: m.priority_urgent,
}

const sources: Words = {
  website: m.source_website,
  whatsapp: m.source_whatsapp,
  phone: m.source_phone,
  email: m.source_email,
  referral: m.source_referral,
  social: m.source_social,
  ads: m.source_ads,
  event: m.source_event,
  other: m.source_other,
}

const platforms: Words = {
  meta: m.platform_meta,
  google: m.platform_google,
  tiktok: m.platform_tiktok,
  linkedin: m.platform_linkedin,
  posthog: m.platform_posthog,
  other: m.platform_other,
}

const syncStates: Words = {
  pending: m.sync_pending,
  synced: m.sync_synced,
  partial: m.sync_partial,
  failed: m.sync_failed,
  none: m.sync_none,
}

const fields: Words = {
  name: m.field_name,
  firstName: m.field_firstName,
  lastName: m.field_lastName,
  email: m.field_email,
  phone: m.field_phone,
  status: m.field_status,
  priority: m.field_priority,
  source: m.field_source,
  adPlatform: m.field_adPlatform,
  notes: m.field_notes,
  uniqueCode: m.field_uniqueCode,
  externalRef: m.field_externalRef,
  assignedTo: m.field_assignedTo,
  estimatedValue: m.field_estimatedValue,
  actualValue: m.field_actualValue,
  createdAt: m.field_createdAt,
  updatedAt: m.field_updatedAt,
}

/** The word for a value of a vocabulary; a value nobody listed is shown as given ("Other: archived"); nothing is ''. */
function wordIn(words: Words) {
  return (value: string | null | undefined): string => {
    if (value === null || value === undefined || value === '') return ''
    const word = Object.hasOwn(words, value) ? words[value] : undefined
    return word === undefined ? m.value_unknown({ value }) : word()
  }
}

export const statusWord = wordIn(statuses)
export const priorityWord = wordIn(priorities)
export const sourceWord = wordIn(sources)
export const platformWord = wordIn(platforms)
export const syncWord = wordIn(syncStates)
export const fieldWord = wordIn(fields)

import type { LeadChanges } from '#contract/lead.ts'
import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'
import { fraction, pick } from '../seed/seeded-random.ts'

/** What an edit by others builds on. */
export interface EditedLead {
  readonly status: string
  readonly notes: string | null
  readonly estimatedValue: string | null
}

/** Other integrations that know of this workspace's leads, with a line each leaves in the notes. */
const remarks = [
  'Bot WhatsApp: pelanggan membalas',
  'Kasir: tagihan dikirim',
  'CRM: data disamakan',
  'Otomasi: tindak lanjut dijadwalkan',
] as const

/** Of ten edits six move the status on, two set the value, two leave a note. */
const statusShare = 0.6
const valueShare = 0.2
/** Of the status edits so many give the lead up. */
const lostShare = 0.15
const notesLimit = 5000

/** What an automation rule, a till or a chat bot does to a lead, whoever else has it open. */
export function othersEdit(lead: EditedLead, random: () => number): LeadChanges {
  const kind = fraction(random)
  if (kind < statusShare) {
    const next = nextStatus(lead.status, random)
    if (next !== null) return next === 'won' ? { status: next, actualValue: worth(lead, random) } : { status: next }
  } else if (kind < statusShare + valueShare) return { actualValue: worth(lead, random) }
  const line = pick(remarks, random)
  return { notes: (lead.notes === null ? line : `${line}\n${lead.notes}`).slice(0, notesLimit) }
}

/** The next one in the pipeline; null where there is none, and for a visit, which stays one. */
function nextStatus(status: string, random: () => number): LeadStatus | null {
  const at = (leadStatuses as readonly string[]).indexOf(status)
  if (at < leadStatuses.indexOf('new') || at >= leadStatuses.indexOf('won')) return null
  return fraction(random) < lostShare ? 'lost' : (leadStatuses[at + 1] ?? null)
}

/** Rupiah in steps of 50,000, near the estimate where there is one. */
function worth({ estimatedValue }: EditedLead, random: () => number): number {
  const base = estimatedValue === null ? 1_000_000 : Number(estimatedValue)
  return Math.max(50_000, Math.round((base * (0.7 + 0.6 * fraction(random))) / 50_000) * 50_000)
}

import type { Lead } from '#contract/lead.ts'
import { hasNoteLine, withNoteLine } from '#contract/note-line.ts'
import type { OwnWrite } from './own-write.ts'

/**
 * A lead as this tab shows it: what the server said, with one's own changes over it: the saved ones first, then those under
 * way, oldest first. The very same object where none applies, so that nothing is drawn again.
 */
export function shownLead(lead: Lead, writes: readonly OwnWrite[]): Lead {
  let shown = lead
  for (const write of writes) if (write.leadId === lead.id && isNewerSave(lead, write)) shown = withWrite(shown, write)
  for (const write of writes) if (write.leadId === lead.id && isLive(write)) shown = withWrite(shown, write)
  return shown
}

/** The same for many; the very same list where none applies. */
export function shownLeads<L extends readonly Lead[]>(leads: L, writes: readonly OwnWrite[]): L | Lead[] {
  if (writes.length === 0) return leads
  const changed = new Set(writes.map(({ leadId }) => leadId))
  const shown = leads.map((lead) => (changed.has(lead.id) ? shownLead(lead, writes) : lead))
  return shown.some((lead, index) => lead !== leads[index]) ? shown : leads
}

/** Under way until somebody wants it back. What ended badly, or is unconfirmed, is not: the screen says what the server says. */
function isLive({ state, isUnconfirmed, isUndoing, failure }: OwnWrite): boolean {
  if (isUnconfirmed) return false
  if (state === 'waiting' || state === 'held') return !isUndoing || failure !== null
  return state === 'sending' || state === 'checking'
}

/** Saved, and the copy at hand is older than what that left: lists may lag behind (safety S32). */
function isNewerSave({ updatedAt }: Lead, { state, savedAs, base }: OwnWrite): boolean {
  if (state !== 'saved' && state !== 'unchanged') return false
  if (updatedAt == null) return true
  if (savedAs !== null) return Date.parse(updatedAt) < Date.parse(savedAs)
  // The answer did not say how new it is; a copy that changed since editing began is newer than what was there before.
  return base.updatedAt == null || Date.parse(updatedAt) <= Date.parse(base.updatedAt)
}

function withWrite(lead: Lead, { changes, note, savedAs }: OwnWrite): Lead {
  const next: Lead = { ...lead, ...changes }
  if (note !== null && !hasNoteLine(next.notes, note)) next.notes = withNoteLine(next.notes, note)
  // What is saved is as new as the save.
  if (savedAs !== null && !(Date.parse(lead.updatedAt ?? '') >= Date.parse(savedAs))) next.updatedAt = savedAs
  return sameLead(lead, next) ? lead : next
}

function sameLead(one: Lead, other: Lead): boolean {
  return Object.keys(other).every((field) => one[field as keyof Lead] === other[field as keyof Lead])
}

import { type Lead, leadFields } from '#contract/lead.ts'
import { isUnderWay, type OwnWrite } from '#queries/own-write.ts'
import type { StatusLists } from './board-columns.ts'
import { boardStatuses } from './board-statuses.ts'

/**
 * The leads of one's own writes as they were seen last, so that a card stays on the board while the list it left is newer
 * than the list it comes to. The very same array where nothing changed.
 */
export function movingLeads(before: readonly Lead[], lists: StatusLists, writes: readonly OwnWrite[]): readonly Lead[] {
  const wanted = new Set(writes.filter(isKept).map(({ leadId }) => leadId))
  if (wanted.size === 0) return before.length === 0 ? before : []
  const seen = new Map(before.map((lead) => [lead.id, lead]))
  for (const status of boardStatuses) for (const lead of lists[status].leads ?? []) seen.set(lead.id, lead)
  const next = [...wanted].flatMap((id) => seen.get(id) ?? [])
  return next.length === before.length && next.every((lead, index) => isSame(lead, before[index])) ? before : next
}

/** By its fields: a lead with a change laid over it may be a new object each time it is looked at. */
function isSame(lead: Lead, other: Lead | undefined): boolean {
  return (
    other !== undefined &&
    leadFields.every((field) => lead[field] === other[field]) &&
    lead.id === other.id &&
    lead.updatedAt === other.updatedAt
  )
}

function isKept(write: OwnWrite): boolean {
  return isUnderWay(write) || write.state === 'saved' || write.state === 'unchanged' || write.state === 'unknown'
}

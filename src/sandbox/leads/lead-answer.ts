import type { Lead } from '#contract/lead.ts'
import type { LeadRow } from '../store/schema.ts'

/** A lead as the list and the single read answer it: the specification's fields. */
export function leadAnswer(row: LeadRow): Lead {
  return {
    id: row.id,
    uniqueCode: row.uniqueCode,
    firstName: row.firstName,
    lastName: row.lastName,
    email: row.email,
    phone: row.phone,
    status: row.status,
    priority: row.priority,
    source: row.source,
    adPlatform: row.adPlatform,
    assignedTo: row.assignedTo,
    estimatedValue: amount(row.estimatedValue),
    actualValue: amount(row.actualValue),
    notes: row.notes,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** A lead as create and update answer it: whole, with the reference that reads leave out. */
export function writtenLeadAnswer(row: LeadRow): Lead {
  return { ...leadAnswer(row), externalRef: row.externalRef }
}

function amount(numeric: string | null): number | null {
  return numeric === null ? null : Number(numeric)
}

import * as z from 'zod/mini'
import { limits } from './limits.ts'
import {
  amount,
  email,
  isoDateText,
  numberOrNothing,
  oneOf,
  text,
  textOrNothing,
  uuid,
  wholeNumberText,
} from './text-schemas.ts'
import { adPlatforms, leadPriorities, leadSortFields, leadSources, leadStatuses, sortOrders } from './vocabularies.ts'

/**
 * A lead as the Agent API answers it. Only the id is sure: a missing field is unknown (never zero), and
 * status, priority, source and platform may hold values that no vocabulary lists.
 * Instants are ISO 8601 with offset; amounts are in the workspace's currency.
 */
export const lead = z.object({
  id: z.string().check(z.minLength(1)),
  uniqueCode: textOrNothing,
  externalRef: textOrNothing,
  firstName: textOrNothing,
  lastName: textOrNothing,
  email: textOrNothing,
  phone: textOrNothing,
  status: textOrNothing,
  priority: textOrNothing,
  source: textOrNothing,
  adPlatform: textOrNothing,
  assignedTo: textOrNothing,
  estimatedValue: numberOrNothing,
  actualValue: numberOrNothing,
  notes: textOrNothing,
  createdAt: textOrNothing,
  updatedAt: textOrNothing,
})
export type Lead = z.output<typeof lead>

const firstName = text(limits.firstName, 1)
const writable = {
  lastName: z.optional(z.nullable(text(limits.lastName))),
  email: z.optional(z.nullable(email(limits.email))),
  phone: z.optional(z.nullable(text(limits.phone))),
  status: z.optional(oneOf(leadStatuses)),
  priority: z.optional(z.nullable(oneOf(leadPriorities))),
  source: z.optional(z.nullable(oneOf(leadSources))),
  adPlatform: z.optional(z.nullable(oneOf(adPlatforms))),
  notes: z.optional(z.nullable(text(limits.notes))),
  uniqueCode: z.optional(z.nullable(text(limits.uniqueCode))),
  externalRef: z.optional(z.nullable(text(limits.externalRef))),
  assignedTo: z.optional(z.nullable(uuid())),
  estimatedValue: z.optional(z.nullable(amount())),
  actualValue: z.optional(z.nullable(amount())),
}

/** Body of "Create Lead". Unknown fields are dropped; `null` is as if absent. */
export const leadCreate = z.object({ firstName, ...writable }, { error: 'Must be a JSON object' })
export type LeadCreate = z.output<typeof leadCreate>

/** Body of "Update Lead": the same fields, all optional; `null` clears a field, `firstName` cannot be cleared. */
export const leadChanges = z.object(
  { firstName: z.optional(firstName), ...writable },
  { error: 'Must be a JSON object' },
)
export type LeadChanges = z.output<typeof leadChanges>
export type LeadField = keyof LeadChanges
export const leadFields = Object.keys(leadChanges.shape) as readonly LeadField[]

/** Query of "List Leads". `cursor` wins over `page`; `createdFrom` is inclusive, `createdTo` exclusive. */
export const leadListQuery = z.object({
  page: z.optional(wholeNumberText(1, 1_000_000)),
  limit: z.optional(wholeNumberText(1, limits.pageSize)),
  cursor: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_\-=.~]{1,512}$/, 'Invalid cursor'))),
  status: z.optional(oneOf(leadStatuses)),
  priority: z.optional(oneOf(leadPriorities)),
  source: z.optional(oneOf(leadSources)),
  adPlatform: z.optional(oneOf(adPlatforms)),
  assignedTo: z.optional(uuid()),
  createdFrom: z.optional(isoDateText()),
  createdTo: z.optional(isoDateText()),
  search: z.optional(text(limits.search)),
  sortBy: z.optional(oneOf(leadSortFields)),
  sortOrder: z.optional(oneOf(sortOrders)),
})
export type LeadListQuery = z.output<typeof leadListQuery>

/** `total` counts all matches, whatever the page. `nextCursor` is null or absent on the last page. */
export const pagination = z.object({
  page: z.optional(z.number()),
  limit: z.optional(z.number()),
  total: z.optional(z.number()),
  totalPages: z.optional(z.number()),
  nextCursor: textOrNothing,
})
export type Pagination = z.output<typeof pagination>

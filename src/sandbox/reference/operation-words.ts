import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { SyncStatusQuery } from '#contract/analytics.ts'
import type { LeadCreate, LeadListQuery } from '#contract/lead.ts'
import type { TicketCreate } from '#contract/ticket.ts'
import type { Scope } from '#contract/vocabularies.ts'

interface OperationWords {
  readonly title: string
  readonly says: string
}

/** What each operation is for, in our own words; the documents take everything else from the contract. */
export const operationWords: Readonly<Record<AgentEndpointName, OperationWords>> = {
  skill: { title: 'Read this document', says: 'The API in Markdown, for people and programs. Needs no key.' },
  listLeads: {
    title: 'List leads',
    says: 'One page of leads with the exact total. Walk on with nextCursor: rows do not shift while leads come in.',
  },
  getLead: { title: 'Read a lead', says: 'One lead by its id. A deleted lead is not found.' },
  createLead: {
    title: 'Create a lead',
    says: 'Answers the whole lead. Reaching a status queues a conversion event where the platform has one. Each lead counts against the daily quota.',
  },
  updateLead: {
    title: 'Change a lead',
    says: 'Only the fields that are sent change; null clears one. A new status queues its conversion event. A change of nothing leaves updatedAt as it was.',
  },
  summary: {
    title: 'Summary of a period',
    says: 'Leads created in the period: all, those that are new or contacted now, those won, and the sum of what was won.',
  },
  funnel: {
    title: 'Shares by status',
    says: 'Leads created in the period by the status they have now. The shares are of all leads and sum to 100; a status without leads is left out.',
  },
  campaigns: {
    title: 'Campaigns',
    says: 'Leads created in the period that came by a campaign: how many, how many won, and their value.',
  },
  syncStatus: {
    title: 'Delivery of conversions',
    says: 'Leads created in the period by how far their conversion event got. none: nothing is due.',
  },
  unsentConversions: {
    title: 'Undelivered conversions',
    says: 'Every lead, of any time, whose event waits, failed, or reached some platforms only. Newest change first, no pages.',
  },
  workspace: { title: 'Workspace', says: 'Name, zone, currency, plan, and what is used of it today.' },
  createTicket: { title: 'Write to support', says: 'Opens a ticket. In this sandbox nobody reads it.' },
}

export const scopeWords: Readonly<Record<Scope, string>> = {
  'agent.leads.read': 'List and read leads',
  'agent.leads.write': 'Create and change leads',
  'agent.analytics.read': 'Summary, funnel and campaigns',
  'agent.conversions.read': 'Delivery of conversions',
  'agent.workspace.read': 'The workspace and its plan',
  'agent.support.write': 'Open support tickets',
}

type Field = keyof (LeadListQuery & LeadCreate & SyncStatusQuery & TicketCreate)

/** What a parameter or a field of a body means; its form stands in the contract. */
export const fieldWords: Readonly<Record<Field, string>> = {
  page: 'Number of the page. Not used beside a cursor.',
  limit: 'Rows on a page; 50 unless given.',
  cursor: 'nextCursor of the page before, with the same filter and order.',
  status: 'Where the lead stands.',
  priority: 'How urgent it is.',
  source: 'How the lead came.',
  adPlatform: 'The ad platform that brought the lead, and gets its events.',
  assignedTo: 'The team member who looks after the lead (UUID).',
  createdFrom: 'Created at this moment (ISO 8601) or later. A date alone is midnight in the workspace.',
  createdTo: 'Created before this moment (ISO 8601). A date alone is midnight in the workspace.',
  search: 'Part of a name, address, code or reference, or digits of a phone.',
  sortBy: 'What to sort by; createdAt unless given.',
  sortOrder: 'desc unless given.',
  firstName: 'How to call them; cannot be cleared.',
  lastName: 'The rest of the name.',
  email: 'An e-mail address.',
  phone: 'Kept as it is written, without blanks around it.',
  notes: 'Free text.',
  uniqueCode: 'One lead only may have it; minted where it is not given.',
  externalRef: 'An id of another system. Found by search; not shown by reads.',
  estimatedValue: 'What the deal may bring, in the currency of the workspace.',
  actualValue: 'What it brought, in the currency of the workspace.',
  timeframe: 'A named period up to now, by the clock of the workspace; last_30_days unless given.',
  from: 'Start of the period (ISO 8601), inclusive; replaces the timeframe.',
  to: 'End of the period (ISO 8601), exclusive; replaces the timeframe.',
  platform: 'Only leads of this ad platform.',
  subject: 'The ticket in a line.',
  message: 'The ticket in full.',
}

export function wordsOf(field: string): string | undefined {
  return Object.hasOwn(fieldWords, field) ? fieldWords[field as Field] : undefined
}

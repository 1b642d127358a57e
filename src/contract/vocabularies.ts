/**
 * Every closed list of values that crosses the wire, written once, in the order people should see it.
 * Source: the Agent API specification 2.2.0, "Values Reference"; ticket values as pinned in CONTRIBUTING.md.
 * Answers may carry values that are not listed here: they are data, not errors (see `lead.ts`).
 */
export const leadStatuses = [
  'pageview',
  'new',
  'contacted',
  'responded',
  'qualified',
  'hot',
  'proposal',
  'negotiation',
  'invoice',
  'won',
  'lost',
] as const
export type LeadStatus = (typeof leadStatuses)[number]

export const leadPriorities = ['low', 'medium', 'high', 'urgent'] as const
export type LeadPriority = (typeof leadPriorities)[number]

export const leadSources = [
  'website',
  'whatsapp',
  'phone',
  'email',
  'referral',
  'social',
  'ads',
  'event',
  'other',
] as const
export type LeadSource = (typeof leadSources)[number]

export const adPlatforms = ['meta', 'google', 'tiktok', 'linkedin', 'posthog', 'other'] as const
export type AdPlatform = (typeof adPlatforms)[number]

export const timeframes = ['today', 'last_7_days', 'last_30_days', 'current_week', 'current_month', 'all_time'] as const
export type Timeframe = (typeof timeframes)[number]

export const leadSortFields = ['createdAt', 'updatedAt'] as const
export type LeadSortField = (typeof leadSortFields)[number]

export const sortOrders = ['asc', 'desc'] as const
export type SortOrder = (typeof sortOrders)[number]

export const syncStates = ['pending', 'synced', 'partial', 'failed', 'none'] as const
export type SyncState = (typeof syncStates)[number]

/** The sync states that the list of undelivered conversions holds. */
export const unsentStates = ['pending', 'partial', 'failed'] as const satisfies readonly SyncState[]

export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
export type TicketPriority = (typeof ticketPriorities)[number]

export const ticketStatuses = ['new', 'open', 'resolved', 'closed'] as const

export const scopes = [
  'agent.leads.read',
  'agent.leads.write',
  'agent.analytics.read',
  'agent.conversions.read',
  'agent.workspace.read',
  'agent.support.write',
] as const
export type Scope = (typeof scopes)[number]

/** Requests a minute over all keys of a workspace, by plan. */
export const planLimits = { starter: 60, pro: 200, enterprise: 600, custom: 200 } as const
export type Plan = keyof typeof planLimits
export const plans = Object.keys(planLimits) as [Plan, ...Plan[]]

import { sql } from 'drizzle-orm'
import type { AgentEndpointName, AgentEndpoints } from '#contract/agent-endpoints.ts'
import type { AnswerOf, InputOf } from '#contract/endpoint.ts'
import { campaignsAnswer, funnelAnswer, summaryAnswer, syncStatusAnswer } from '../analytics/analytics-answers.ts'
import { readPeriod } from '../analytics/period.ts'
import { unsentConversionsAnswer } from '../analytics/unsent-conversions.ts'
import { workspaceAnswer } from '../analytics/workspace-answer.ts'
import type { Clock } from '../clock.ts'
import { leadAnswer, writtenLeadAnswer } from '../leads/lead-answer.ts'
import { isUuid } from '../leads/lead-id.ts'
import { listLeads } from '../leads/list-leads.ts'
import { createLead, updateLead } from '../leads/write-lead.ts'
import { skillText } from '../reference/skill-text.ts'
import type { Drizzle } from '../store/database.ts'
import { leads } from '../store/schema.ts'
import { notFound } from './agent-error.ts'
import { createTicket } from './create-ticket.ts'
import type { Faults } from './faults.ts'
import { behindBy } from './search-lag.ts'

/** What every handler works with. */
export interface AgentContext {
  readonly drizzle: Drizzle
  readonly clock: Clock
  readonly zone: string
  readonly faults: Faults
}

/** The contract's answers are tolerant types; ours may hold their arrays unchangeable. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T
type Answer<Name extends AgentEndpointName> = Name extends 'skill' ? string : Frozen<AnswerOf<AgentEndpoints[Name]>>

export type AgentHandlers = {
  readonly [Name in AgentEndpointName]: (
    input: InputOf<AgentEndpoints[Name]>,
    context: AgentContext,
  ) => Promise<Answer<Name>>
}

function good<T>(data: T): { readonly success: true; readonly data: T } {
  return { success: true, data }
}

/** One handler an operation; a missing one does not compile. */
export const agentHandlers: AgentHandlers = {
  skill: async () => skillText(),
  listLeads: async ({ query }, { drizzle, clock, zone, faults }) => {
    const known = behindBy(query, faults['search-lag'] ?? 0, clock.now(), zone)
    return { success: true, ...(await listLeads(drizzle, known, zone)) }
  },
  getLead: async ({ params }, { drizzle }) => {
    if (!isUuid(params.id)) throw notFound('Lead not found')
    const [row] = await drizzle
      .select()
      .from(leads)
      .where(sql`${leads.id} = ${params.id} and ${leads.deletedAt} is null`)
    if (row === undefined) throw notFound('Lead not found')
    return good(leadAnswer(row))
  },
  createLead: async ({ body }, { drizzle, clock, zone }) =>
    good(writtenLeadAnswer(await createLead(drizzle, body, clock, zone))),
  updateLead: async ({ params, body }, { drizzle, clock }) =>
    good(writtenLeadAnswer(await updateLead(drizzle, params.id, body, clock))),
  summary: async ({ query }, { drizzle, clock, zone }) => {
    const now = clock.now()
    return good(await summaryAnswer(drizzle, readPeriod(query, now, zone), now, zone))
  },
  funnel: async ({ query }, { drizzle, clock, zone }) =>
    good(await funnelAnswer(drizzle, readPeriod(query, clock.now(), zone), zone)),
  campaigns: async ({ query }, { drizzle, clock, zone }) =>
    good(await campaignsAnswer(drizzle, readPeriod(query, clock.now(), zone), zone)),
  syncStatus: async ({ query }, { drizzle, clock, zone }) =>
    good(await syncStatusAnswer(drizzle, readPeriod(query, clock.now(), zone), query.platform, zone)),
  unsentConversions: async (_, { drizzle }) => good(await unsentConversionsAnswer(drizzle)),
  workspace: async (_, { drizzle, clock }) => good(await workspaceAnswer(drizzle, clock.now())),
  createTicket: async ({ body }, { drizzle, clock }) => good(await createTicket(drizzle, body, clock)),
}

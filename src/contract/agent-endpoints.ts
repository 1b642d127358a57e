import * as z from 'zod/mini'
import {
  campaign,
  funnelEntry,
  periodQuery,
  summary,
  syncStatus,
  syncStatusQuery,
  unsentConversion,
} from './analytics.ts'
import type { Endpoint } from './endpoint.ts'
import { answer } from './envelope.ts'
import { lead, leadChanges, leadCreate, leadListQuery, pagination } from './lead.ts'
import { pathId } from './text-schemas.ts'
import { ticket, ticketCreate } from './ticket.ts'
import { workspace } from './workspace.ts'

export const agentBasePath = '/api/v2/agent'
/** Of the document that the tables were written from, of 2026-03-11. */
export const specificationVersion = '2.2.0'

const leadParams = z.object({ id: pathId() })

/** The twelve operations of the Agent API v2. Source: specification 2.2.0, "Endpoints". */
export const agentEndpoints = {
  /** Public, Markdown, not proxied. */
  skill: { method: 'GET', path: '/api/v2/agent/SKILL.md', scope: null, status: 200 },
  listLeads: {
    method: 'GET',
    path: '/api/v2/agent/leads',
    scope: 'agent.leads.read',
    query: leadListQuery,
    response: z.extend(answer(z.array(lead)), { pagination: z.optional(pagination) }),
    status: 200,
  },
  getLead: {
    method: 'GET',
    path: '/api/v2/agent/leads/:id',
    scope: 'agent.leads.read',
    params: leadParams,
    response: answer(lead),
    status: 200,
  },
  createLead: {
    method: 'POST',
    path: '/api/v2/agent/leads',
    scope: 'agent.leads.write',
    body: leadCreate,
    response: answer(lead),
    status: 201,
  },
  updateLead: {
    method: 'PATCH',
    path: '/api/v2/agent/leads/:id',
    scope: 'agent.leads.write',
    params: leadParams,
    body: leadChanges,
    response: answer(lead),
    status: 200,
  },
  summary: {
    method: 'GET',
    path: '/api/v2/agent/analytics/summary',
    scope: 'agent.analytics.read',
    query: periodQuery,
    response: answer(summary),
    status: 200,
  },
  funnel: {
    method: 'GET',
    path: '/api/v2/agent/analytics/funnel',
    scope: 'agent.analytics.read',
    query: periodQuery,
    response: answer(z.array(funnelEntry)),
    status: 200,
  },
  campaigns: {
    method: 'GET',
    path: '/api/v2/agent/analytics/campaigns',
    scope: 'agent.analytics.read',
    query: periodQuery,
    response: answer(z.array(campaign)),
    status: 200,
  },
  syncStatus: {
    method: 'GET',
    path: '/api/v2/agent/conversions/status',
    scope: 'agent.conversions.read',
    query: syncStatusQuery,
    response: answer(syncStatus),
    status: 200,
  },
  unsentConversions: {
    method: 'GET',
    path: '/api/v2/agent/conversions/pending',
    scope: 'agent.conversions.read',
    response: answer(z.array(unsentConversion)),
    status: 200,
  },
  workspace: {
    method: 'GET',
    path: '/api/v2/agent/workspace',
    scope: 'agent.workspace.read',
    response: answer(workspace),
    status: 200,
  },
  createTicket: {
    method: 'POST',
    path: '/api/v2/agent/support/tickets',
    scope: 'agent.support.write',
    body: ticketCreate,
    response: answer(ticket),
    status: 201,
  },
} as const satisfies Record<string, Endpoint>

export type AgentEndpoints = typeof agentEndpoints
export type AgentEndpointName = keyof AgentEndpoints

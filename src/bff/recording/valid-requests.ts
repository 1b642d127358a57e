import { randomUUID } from 'node:crypto'
import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import { type BffEndpointName, bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'

/** A request that the proxy takes, for one row of the tables: what refuses it then refuses nothing else about it. */
export interface ValidRequest {
  readonly name: AgentEndpointName | BffEndpointName
  readonly method: Endpoint['method']
  readonly target: string
  /** JSON text; null for none. */
  readonly body: string | null
}

type Parts = { readonly id?: string; readonly query?: string; readonly body?: unknown }

const lead = { id: 'lead_abc123' }
const period = { query: '?timeframe=all_time' }
const platforms = { meta: 'none', google: 'none', tiktok: 'none', linkedin: 'none' }

/** Total over the tables: a new row does not compile before it is covered. A new write each time it is asked for. */
const parts: {
  readonly agent: Readonly<Record<AgentEndpointName, () => Parts>>
  readonly bff: Readonly<Record<BffEndpointName, () => Parts>>
} = {
  agent: {
    skill: () => ({}),
    listLeads: () => ({ query: '?limit=5' }),
    getLead: () => lead,
    createLead: () => ({ body: { firstName: 'Budi' } }),
    updateLead: () => ({ ...lead, body: { priority: 'high' } }),
    summary: () => period,
    funnel: () => period,
    campaigns: () => period,
    syncStatus: () => period,
    unsentConversions: () => ({}),
    workspace: () => ({}),
    createTicket: () => ({ body: { subject: 'Hello', message: 'There' } }),
  },
  bff: {
    status: () => ({}),
    events: () => ({}),
    notePresence: () => ({ body: { active: true } }),
    updateLead: () => ({
      ...lead,
      body: { writeId: randomUUID(), base: { values: { priority: 'medium' } }, changes: { priority: 'high' } },
    }),
    createLead: () => ({ body: { writeId: randomUUID(), lead: { firstName: 'Budi' } } }),
    listHolds: () => ({ query: `?ids=${randomUUID()}` }),
    undoHold: () => ({ id: randomUUID() }),
    createTicket: () => ({ body: { subject: 'Hello', message: 'There' } }),
    listTickets: () => ({}),
    listMembers: () => ({}),
    readSettings: () => ({}),
    writeSettings: () => ({ body: { maturityDays: 14 } }),
    noteExport: () => ({ body: { subject: 'campaigns', form: 'csv', rows: 1 } }),
    nameMember: () => ({ id: '0f8fad5b-d9cb-469f-a165-70867728950e', body: { name: 'Rina' } }),
    unsentSeen: () => ({}),
    traffic: () => ({}),
    probeScope: () => ({ body: { scope: 'agent.workspace.read' } }),
    readSandbox: () => ({}),
    changeSandbox: () => ({ body: { platforms, droppedReplies: 0 } }),
    arriveInSandbox: () => ({ body: { leads: 1 } }),
  },
}

function requestOf<Name extends AgentEndpointName | BffEndpointName>(
  table: Readonly<Record<Name, Endpoint>>,
  ways: Readonly<Record<Name, () => Parts>>,
): ValidRequest[] {
  return (Object.keys(table) as Name[]).map((name) => {
    const { method, path } = table[name]
    const { id = '', query = '', body } = ways[name]()
    return {
      name,
      method,
      target: path.replace(':id', id) + query,
      body: body === undefined ? null : JSON.stringify(body),
    }
  })
}

/** One request for each row of both tables. */
export function validRequests(): { readonly agent: ValidRequest[]; readonly own: ValidRequest[] } {
  return { agent: requestOf(agentEndpoints, parts.agent), own: requestOf(bffEndpoints, parts.bff) }
}

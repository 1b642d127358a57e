import * as z from 'zod/mini'
import type { AgentEndpointName } from './agent-endpoints.ts'
import { oneOf } from './text-schemas.ts'
import { type Scope, scopes } from './vocabularies.ts'

/** One call of the Agent API that shows whether the key has a scope, and can change nothing. */
export interface ScopeProbe {
  readonly name: AgentEndpointName
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: Readonly<Record<string, never>>
}

/** No lead has it: the nil UUID. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * What is sent for each scope. The two writes are such that Konektor has to refuse them: a change of nothing in a lead that
 * does not exist, and a ticket without subject and message.
 */
export const scopeProbes: Readonly<Record<Scope, ScopeProbe>> = {
  'agent.leads.read': { name: 'listLeads', query: { limit: 1 } },
  'agent.leads.write': { name: 'updateLead', params: { id: nobody }, body: {} },
  'agent.analytics.read': { name: 'summary', query: { timeframe: 'today' } },
  'agent.conversions.read': { name: 'syncStatus', query: { timeframe: 'today' } },
  'agent.workspace.read': { name: 'workspace' },
  'agent.support.write': { name: 'createTicket', body: {} },
}

export const probeRequest = z.object({ scope: oneOf(scopes) }, { error: 'Must be a JSON object' })

/** How Konektor answered; null where no answer came. */
export const probeResult = z.object({ scope: z.string(), status: z.nullable(z.number()) })

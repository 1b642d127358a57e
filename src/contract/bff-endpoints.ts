import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { answer } from './envelope.ts'
import { lead, leadChanges, leadCreate } from './lead.ts'
import { member, memberName } from './member.ts'
import { sentTicket } from './sent-ticket.ts'
import { status } from './status.ts'
import { pathId, uuid } from './text-schemas.ts'
import { ticketCreate } from './ticket.ts'

/**
 * What the person saw when editing began: the old value of every edited field (null where it had none),
 * and `updatedAt` then. The proxy reads the lead again and refuses where a named field differs.
 */
export const leadBase = z.object({
  updatedAt: z.optional(z.nullable(z.string())),
  values: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
})
export type LeadBase = z.output<typeof leadBase>

/** What the dashboard adds on its own origin. Errors use `bffErrorStatus`, or pass the Agent API's own through. */
export const bffEndpoints = {
  /** Which upstream this is, and what the key has been seen to do. No call to the upstream. */
  status: { method: 'GET', path: '/bff/status', scope: null, response: answer(status), status: 200 },
  /**
   * A safe update. 200: the lead (partial objects are possible: merge). 409 CONFLICT: `details.theirs` maps each
   * field changed meanwhile to its value now, `details.updatedAt`. 504 UNKNOWN_OUTCOME: sent, no answer.
   */
  updateLead: {
    method: 'PATCH',
    path: '/bff/leads/:id',
    scope: 'agent.leads.write',
    params: z.object({ id: pathId() }),
    body: z.object({ base: leadBase, changes: leadChanges }),
    response: answer(lead),
    status: 200,
  },
  /**
   * A safe create. The proxy adds an `externalRef` (`kd_` + UUIDv7) where the person gave none; after an ambiguous end
   * it looks the reference up and never resends blindly. 504 UNKNOWN_OUTCOME: `details.externalRef` to search for.
   */
  createLead: {
    method: 'POST',
    path: '/bff/leads',
    scope: 'agent.leads.write',
    body: leadCreate,
    response: answer(lead),
    status: 201,
  },
  /** Sends one ticket, once, and notes it in the ledger. 504 UNKNOWN_OUTCOME: it may have arrived. */
  createTicket: {
    method: 'POST',
    path: '/bff/tickets',
    scope: 'agent.support.write',
    body: ticketCreate,
    response: answer(sentTicket),
    status: 201,
  },
  /** Tickets sent from this dashboard, newest first. */
  listTickets: { method: 'GET', path: '/bff/tickets', scope: null, response: answer(z.array(sentTicket)), status: 200 },
  /** Member ids seen, with the names given here. */
  listMembers: { method: 'GET', path: '/bff/members', scope: null, response: answer(z.array(member)), status: 200 },
  /** Names one member; an empty name removes the name, not the member. */
  nameMember: {
    method: 'PUT',
    path: '/bff/members/:id',
    scope: null,
    params: z.object({ id: uuid() }),
    body: memberName,
    response: answer(member),
    status: 200,
  },
} as const satisfies Record<string, Endpoint>

export type BffEndpoints = typeof bffEndpoints
export type BffEndpointName = keyof BffEndpoints

import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { answer } from './envelope.ts'
import { exportNote } from './export-note.ts'
import { leadCreation, leadUpdate, leadWrite, leadWrites, writeIdsQuery } from './lead-write.ts'
import { liveEvent, presence } from './live.ts'
import { member, memberName } from './member.ts'
import { sandboxArrivals, sandboxArrived, sandboxState } from './sandbox-state.ts'
import { probeRequest, probeResult } from './scope-probes.ts'
import { sentTicket, ticketRequest } from './sent-ticket.ts'
import { settings, settingsChange } from './settings.ts'
import { status } from './status.ts'
import { pathId, uuid } from './text-schemas.ts'
import { traffic } from './traffic.ts'
import { unsentSeen } from './unsent-seen.ts'

/** What the dashboard adds on its own origin. Errors use `bffErrorStatus`, or pass the Agent API's own through. */
export const bffEndpoints = {
  /** Which upstream this is, and what the key has been seen to do. No call to the upstream. */
  status: { method: 'GET', path: '/bff/status', scope: null, response: answer(status), status: 200 },
  /**
   * A safe update. 200: it has ended well (`saved`, `unchanged`). 202: it is held, on its way or looked for; ask `listHolds`.
   * 409 CONFLICT: `details.theirs` maps each field changed meanwhile to its value now, `details.updatedAt`. 409 NOTES_FULL:
   * the note does not fit, `details.length` of what is there. 504 UNKNOWN_OUTCOME: sent, no answer, and not found.
   */
  updateLead: {
    method: 'PATCH',
    path: '/bff/leads/:id',
    scope: 'agent.leads.write',
    params: z.object({ id: pathId() }),
    body: leadUpdate,
    response: answer(leadWrite),
    status: 200,
  },
  /**
   * A safe create. 201: `lead` is there. 202: no answer came, it is looked for; ask `listHolds`. The proxy adds an
   * `externalRef` (`kd_` + UUIDv7) where the person gave none, looks for it after an ambiguous end, and sends at most once more.
   */
  createLead: {
    method: 'POST',
    path: '/bff/leads',
    scope: 'agent.leads.write',
    body: leadCreation,
    response: answer(leadWrite),
    status: 201,
  },
  /** How writes stand that this proxy took: those under way, and those that ended in the last minutes. */
  listHolds: {
    method: 'GET',
    path: '/bff/holds',
    scope: null,
    query: writeIdsQuery,
    response: answer(leadWrites),
    status: 200,
  },
  /** Takes a held write back; what else waits for the same lead then leaves. 409 HOLD_GONE: it is not held any more. */
  undoHold: {
    method: 'DELETE',
    path: '/bff/holds/:id',
    scope: null,
    params: z.object({ id: uuid() }),
    response: answer(leadWrite),
    status: 200,
  },
  /** Sends one ticket, once, and notes it in the ledger. 504 UNKNOWN_OUTCOME: it may have arrived. */
  createTicket: {
    method: 'POST',
    path: '/bff/tickets',
    scope: 'agent.support.write',
    body: ticketRequest,
    response: answer(sentTicket),
    status: 201,
  },
  /** Tickets sent from this dashboard, newest first. */
  listTickets: { method: 'GET', path: '/bff/tickets', scope: null, response: answer(z.array(sentTicket)), status: 200 },
  /** Member ids seen, with the names given here. */
  listMembers: { method: 'GET', path: '/bff/members', scope: null, response: answer(z.array(member)), status: 200 },
  /** What this dashboard was set to for everybody: templates of messages, days until rates have matured, windows of the platforms. */
  readSettings: { method: 'GET', path: '/bff/settings', scope: null, response: answer(settings), status: 200 },
  /** Replaces the settings that the body names. */
  writeSettings: {
    method: 'PATCH',
    path: '/bff/settings',
    scope: null,
    body: settingsChange,
    response: answer(settings),
    status: 200,
  },
  /** Leaves the audit line of a file that is about to be saved. */
  noteExport: {
    method: 'POST',
    path: '/bff/exports',
    scope: null,
    body: exportNote,
    response: answer(exportNote),
    status: 201,
  },
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
  /** The live stream, in the wire format of server-sent events. `last-event-id` resumes. 503 BUSY: too many streams. */
  events: { method: 'GET', path: '/bff/events', scope: null, event: liveEvent, status: 200 },
  /** Somebody is there: keeps the upstream's polls close for two minutes. */
  notePresence: {
    method: 'POST',
    path: '/bff/presence',
    scope: null,
    body: presence,
    response: answer(presence),
    status: 200,
  },
  /** When undelivered events were first seen here. Derived from what passed through; no call to the upstream. */
  unsentSeen: { method: 'GET', path: '/bff/unsent-seen', scope: null, response: answer(unsentSeen), status: 200 },
  /** Requests of this minute, recent errors. No call to the upstream. */
  traffic: { method: 'GET', path: '/bff/traffic', scope: null, response: answer(traffic), status: 200 },
  /** Sends the one harmless call of `scopeProbes`, to learn whether the key has a scope. */
  probeScope: {
    method: 'POST',
    path: '/bff/scope-probes',
    scope: null,
    body: probeRequest,
    response: answer(probeResult),
    status: 201,
  },
  /** How the sandbox was told to behave. 404 ROUTE_NOT_FOUND with a live upstream, as the two below (safety S36). */
  readSandbox: { method: 'GET', path: '/bff/sandbox', scope: null, response: answer(sandboxState), status: 200 },
  changeSandbox: {
    method: 'PUT',
    path: '/bff/sandbox',
    scope: null,
    body: sandboxState,
    response: answer(sandboxState),
    status: 200,
  },
  /** Lets leads come in at once. */
  arriveInSandbox: {
    method: 'POST',
    path: '/bff/sandbox/arrivals',
    scope: null,
    body: sandboxArrivals,
    response: answer(sandboxArrived),
    status: 201,
  },
} as const satisfies Record<string, Endpoint>

export type BffEndpoints = typeof bffEndpoints
export type BffEndpointName = keyof BffEndpoints

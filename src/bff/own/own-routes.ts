import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { type BffEndpointName, bffEndpoints } from '#contract/bff-endpoints.ts'
import { exportColumns } from '#contract/export-note.ts'
import type { Status } from '#contract/status.ts'
import { checkAccess } from '../access/person-of.ts'
import { sessionRoutes } from '../access/session-routes.ts'
import type { SignInPort } from '../access/sign-in-port.ts'
import { whoOf } from '../access/who-of.ts'
import { liveRoutes } from '../live/live-routes.ts'
import type { Live } from '../live/open-live.ts'
import { readBody } from '../request/read-body.ts'
import type { ScopeBook } from '../upstream/scope-book.ts'
import type { TrafficBook } from '../upstream/traffic-book.ts'
import { sendTicketRoute } from '../writes/send-ticket.ts'
import { type WriteRouteParts, writeRoutes } from '../writes/write-routes.ts'
import { dataAnswer } from './own-answer.ts'
import type { OwnRouteHandler, OwnRouteParts } from './own-route.ts'
import { probeScopeRoute } from './probe-scope.ts'
import type { SandboxPort } from './sandbox-port.ts'
import { sandboxRoutes } from './sandbox-routes.ts'

interface Parts extends OwnRouteParts, WriteRouteParts {
  readonly status: () => Status
  readonly live: Live
  readonly scopeBook: ScopeBook
  readonly trafficBook: TrafficBook
  /** Null with a live upstream. */
  readonly sandbox: SandboxPort | null
  /** Null where nobody has to sign in. */
  readonly signIn: SignInPort | null
}

/** One handler for each row of the dashboard's own table. */
export function createOwnRoutes(parts: Parts): Readonly<Record<BffEndpointName, OwnRouteHandler>> {
  const { desk, log } = parts
  return {
    status: async (_, __, requestId) => dataAnswer(parts.status(), requestId),
    ...writeRoutes(parts),
    ...liveRoutes(parts),
    createTicket: sendTicketRoute(parts),
    listTickets: async (_, __, requestId) => dataAnswer(desk.listTickets(), requestId),
    unsentSeen: async (_, __, requestId) => dataAnswer(desk.readUnsentSeen(), requestId),
    traffic: async (_, __, requestId) => dataAnswer(parts.trafficBook.read(), requestId),
    probeScope: probeScopeRoute(parts),
    ...sandboxRoutes(parts.sandbox),
    ...sessionRoutes(parts),
    listMembers: async (_, __, requestId) => dataAnswer(desk.listMembers(), requestId),
    readSettings: async (_, __, requestId) => dataAnswer(desk.readSettings(), requestId),
    writeSettings: async (request, _, requestId) => {
      const change = await readBody(request, bffEndpoints.writeSettings.body)
      return dataAnswer(await desk.writeSettings(change), requestId)
    },
    noteExport: async (request, _, requestId, { person }) => {
      const note = await readBody(request, bffEndpoints.noteExport.body)
      const { subject, form, rows } = note
      if (subject === 'conversions') checkAccess(person, agentEndpoints.unsentConversions)
      log({
        level: 'info',
        event: 'export',
        requestId,
        ...whoOf(person),
        subject,
        form,
        rows,
        fields: exportColumns[subject],
      })
      return dataAnswer(note, requestId, 201)
    },
    nameMember: async (request, { params }, requestId) => {
      const { name } = await readBody(request, bffEndpoints.nameMember.body)
      return dataAnswer(await desk.nameMember(params.id ?? '', name.trim()), requestId)
    },
  }
}

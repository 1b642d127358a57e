import { type BffEndpointName, bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Status } from '#contract/status.ts'
import { readBody } from '../request/read-body.ts'
import { createLeadRoute } from '../writes/create-lead.ts'
import { sendTicketRoute } from '../writes/send-ticket.ts'
import { updateLeadRoute } from '../writes/update-lead.ts'
import { dataAnswer } from './own-answer.ts'
import type { OwnRouteHandler, OwnRouteParts } from './own-route.ts'

/** One handler for each row of the dashboard's own table. */
export function createOwnRoutes(
  parts: OwnRouteParts & { readonly status: () => Status },
): Readonly<Record<BffEndpointName, OwnRouteHandler>> {
  const { desk } = parts
  return {
    status: async (_, __, requestId) => dataAnswer(parts.status(), requestId),
    updateLead: updateLeadRoute(parts),
    createLead: createLeadRoute(parts),
    createTicket: sendTicketRoute(parts),
    listTickets: async (_, __, requestId) => dataAnswer(desk.listTickets(), requestId),
    listMembers: async (_, __, requestId) => dataAnswer(desk.listMembers(), requestId),
    nameMember: async (request, { params }, requestId) => {
      const { name } = await readBody(request, bffEndpoints.nameMember.body)
      return dataAnswer(await desk.nameMember(params.id ?? '', name.trim()), requestId)
    },
  }
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { SentTicket, TicketRequest } from '#contract/sent-ticket.ts'
import { ask } from './ask.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function ticketsQuery() {
  return reading(bffEndpoints.listTickets, {}, ['tickets'], freshForMs.own)
}

/** While somebody waits for a line it is looked for so often, in milliseconds; the ledger is the dashboard's own. */
const waitingLookMs = 5000

/** The ledger of tickets sent from this dashboard, newest first. */
export function useTickets(isWaiting = false): View<SentTicket[]> {
  return toView(useQuery({ ...ticketsQuery(), refetchInterval: isWaiting ? waitingLookMs : false }))
}

/** Sends a ticket once; it is never resent by the program. */
export function useCreateTicket() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: TicketRequest) => (await ask(bffEndpoints.createTicket, { body })).body.data,
    // An unknown outcome is in the ledger too.
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

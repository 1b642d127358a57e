import { ticketStatuses } from '#contract/vocabularies.ts'
import type { Api } from '../api.ts'
import { type Clause, demand, demandEqual, documented, pinned, writing } from '../clause.ts'
import { missingFields } from '../missing-fields.ts'

const subject = 'Conformance check'

function ownTicket(api: Api) {
  return api.once('ticket', () =>
    api.good('createTicket', { body: { subject, message: 'Made by a conformance check. Please close it.' } }),
  )
}

export const ticketClauses: readonly Clause[] = [
  documented('a ticket is answered with every documented field, its subject, and the priority normal', async (api) => {
    const { body } = await ownTicket(api)
    demandEqual(missingFields('createTicket', body), [], 'fields are missing')
    const { data } = body as { data: { subject: string; priority: string; status: string } }
    demandEqual([data.subject, data.priority], [subject, 'normal'], 'subject and priority')
  }),

  pinned('it is 201 and new, and has a reference of five and four characters', async (api) => {
    const { status, body } = await ownTicket(api)
    const { data } = body as { data: { status: string; ticketRef: string } }
    demandEqual([status, data.status], [201, ticketStatuses[0]], 'status')
    demand(/^[A-Z0-9]{5}-[A-Z0-9]{4}$/.test(data.ticketRef), 'the reference has another form')
  }),
].map(writing)

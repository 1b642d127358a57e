import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { limits } from '#contract/limits.ts'
import { type Api, allowed } from '../api.ts'
import { type Clause, demand, demandEqual, documented, pinned, writing } from '../clause.ts'

const tooLong = (['firstName', 'lastName', 'phone', 'notes', 'uniqueCode', 'externalRef'] as const).map(
  (field) => [field, 'x'.repeat(limits[field] + 1)] as const,
)
const wrong: readonly (readonly [string, unknown])[] = [
  ...tooLong,
  ['firstName', ''],
  ['firstName', 7],
  ['status', 'sold'],
  ['priority', 'top'],
  ['source', 'radio'],
  ['adPlatform', 'bing'],
  ['assignedTo', 'me'],
  ['estimatedValue', 'much'],
  ['actualValue', '5'],
]

const type = 'application/json'

async function refusedWhole(api: Api, body: { text: string; type: string }, status: number): Promise<void> {
  const exchange = allowed(await api.send({ method: 'POST', target: agentEndpoints.createLead.path, body }))
  demand(exchange.status === status, `it was answered ${exchange.status} instead of ${status}`)
  demandEqual(errorAnswer.safeParse(exchange.body).data?.error.code, 'VALIDATION_ERROR', 'code')
}

/** Bodies that a server has to refuse. One that does not leaves a lead or a ticket behind. */
export const refusalClauses: readonly Clause[] = [
  documented('a lead without firstName and with a wrong address is explained as documented', async (api) => {
    const { status, body } = await api.ask('createLead', { body: { email: 'conformance' } })
    demand(status === 400, `it was answered ${status}`)
    const { details } = errorAnswer.parse(body).error
    demandEqual(details, { firstName: 'Required', email: 'Invalid email' }, 'details')
  }),

  documented('what is too long, no documented value or of a wrong kind is refused at its field', async (api) => {
    for (const [field, value] of wrong) {
      await api.refused('createLead', { body: { firstName: 'Conformance', [field]: value } }, field)
    }
  }),

  pinned('amounts are never negative', async (api) => {
    for (const field of ['estimatedValue', 'actualValue']) {
      await api.refused('createLead', { body: { firstName: 'Conformance', [field]: -1 } }, field)
    }
  }),

  documented('a body that is not JSON is refused as VALIDATION_ERROR', async (api) => {
    for (const text of ['{"firstName":', '', '[]', '"text"', 'null']) await refusedWhole(api, { text, type }, 400)
  }),

  pinned('so are other content types, keys that reach into objects, and bodies over 64 KiB (413)', async (api) => {
    const text = '{"firstName":"Conformance"}'
    await refusedWhole(api, { text, type: 'text/plain' }, 400)
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      await refusedWhole(api, { text: `{"firstName":"Conformance","${key}":{"x":1}}`, type }, 400)
    }
    await refusedWhole(api, { text: `{"firstName":"A","x":"${'x'.repeat(limits.bodyBytes)}"}`, type }, 413)
  }),

  documented('a ticket has a subject of 3 to 180 characters, a message, and a documented priority', async (api) => {
    const good = { subject: 'Conformance check', message: 'Please close this.' }
    for (const [field, value] of [
      ['subject', 'ab'],
      ['subject', 'x'.repeat(limits.subject + 1)],
      ['subject', undefined],
      ['message', ''],
      ['message', 'x'.repeat(limits.message + 1)],
      ['message', undefined],
      ['priority', 'huge'],
    ] as const) {
      await api.refused('createTicket', { body: { ...good, [field]: value } }, field)
    }
  }),
].map(writing)

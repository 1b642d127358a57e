import { type AgentEndpointName, agentBasePath, agentEndpoints } from '#contract/agent-endpoints.ts'
import { type Endpoint, fillPath } from '#contract/endpoint.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { scopeProbes } from '#contract/scope-probes.ts'
import { type Clause, demand, documented, pinned, Unchecked } from '../clause.ts'
import type { Exchange } from '../exchange.ts'

const keyed = (Object.keys(agentEndpoints) as AgentEndpointName[]).filter((name) => name !== 'skill')

function demandError({ status, body, target }: Exchange, expected: number, code: string): void {
  const path = target.split('?')[0]
  demand(status === expected, `${path} answered ${status} instead of ${expected}`)
  demand(errorAnswer.safeParse(body).data?.error.code === code, `${path}: the error is not called ${code}`)
}

export const accessClauses: readonly Clause[] = [
  documented('SKILL.md is text for everybody, without a key', async (api) => {
    const { status, headers, text } = await api.send({ target: agentEndpoints.skill.path, authorization: null })
    demand(status === 200, `it answered ${status}`)
    demand(headers.get('content-type')?.startsWith('text/') === true, 'it is not text')
    demand(text.includes(agentEndpoints.listLeads.path), 'it does not name the endpoints')
  }),

  documented('without a key, every endpoint answers 401 UNAUTHORIZED', async (api) => {
    for (const name of keyed) {
      const { method, path }: Endpoint = agentEndpoints[name]
      const body = method === 'GET' ? {} : { body: { text: '{}', type: 'application/json' } }
      const target = fillPath(path, { id: 'none' })
      demandError(await api.send({ method, target, authorization: null, ...body }), 401, 'UNAUTHORIZED')
    }
  }),

  documented('an unknown key is 401 UNAUTHORIZED', async (api) => {
    const { path } = agentEndpoints.workspace
    demandError(await api.send({ target: path, authorization: 'Bearer conformance-no-such-key' }), 401, 'UNAUTHORIZED')
  }),

  documented('an endpoint whose scope the key lacks answers 403 FORBIDDEN', async (api) => {
    const probes = Object.values(scopeProbes).filter(({ name }) => agentEndpoints[name].method === 'GET')
    const answers = await inTurn(probes, ({ name, query }) => api.probe(name as 'summary', { query }))
    const refused = answers.filter((answer) => answer.status === 403)
    if (refused.length === 0) throw new Unchecked('the key has every scope that reads')
    for (const answer of refused) demandError(answer, 403, 'FORBIDDEN')
  }),

  pinned('an unknown path, and a method that a path does not have, are 404 NOT_FOUND', async (api) => {
    demandError(await api.send({ target: `${agentBasePath}/conformance-nothing-here` }), 404, 'NOT_FOUND')
    demandError(await api.send({ target: agentEndpoints.createTicket.path }), 404, 'NOT_FOUND')
  }),
]

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

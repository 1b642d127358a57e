import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import { type BffEndpointName, bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { BffError } from '../own/bff-error.ts'

export type Route = { readonly endpoint: Endpoint; readonly params: Readonly<Record<string, string>> } & (
  | { readonly table: 'agent'; readonly name: AgentEndpointName }
  | { readonly table: 'bff'; readonly name: BffEndpointName }
)

const methods: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

const rows = [
  ...namesOf(agentEndpoints).map((name) => row({ table: 'agent', name, endpoint: agentEndpoints[name] })),
  ...namesOf(bffEndpoints).map((name) => row({ table: 'bff', name, endpoint: bffEndpoints[name] })),
].filter(({ target }) => target.table === 'bff' || target.name !== 'skill')

function namesOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[]
}

function row(
  target:
    | { table: 'agent'; name: AgentEndpointName; endpoint: Endpoint }
    | { table: 'bff'; name: BffEndpointName; endpoint: Endpoint },
) {
  const pattern = target.endpoint.path.replaceAll('.', '\\.').replace(/:([A-Za-z]+)/g, '(?<$1>[^/]+)')
  return { target, pattern: new RegExp(`^${pattern}$`) }
}

/**
 * Finds the row of the tables for a method and a path as it came over the wire. Nothing is decoded or normalised, so
 * an encoded slash, a dot segment, a doubled slash or a backslash is simply not in the table. Writes of the Agent API
 * are known and refused: they go by `/bff`.
 */
export function matchRoute(method: string, rawPath: string): Route {
  if (!methods.includes(method)) throw new BffError('METHOD_NOT_ALLOWED', 'This method is not allowed')
  let known = false
  for (const { target, pattern } of rows) {
    const found = pattern.exec(rawPath)
    if (found === null) continue
    known = true
    if (target.endpoint.method !== method || (target.table === 'agent' && method !== 'GET')) continue
    const params = { ...found.groups }
    if (target.endpoint.params?.safeParse(params).success === false) throw new BffError('BAD_REQUEST', 'Invalid id')
    return { ...target, params }
  }
  if (known) throw new BffError('METHOD_NOT_ALLOWED', 'This method is not allowed here')
  throw new BffError('ROUTE_NOT_FOUND', 'There is nothing here')
}

import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { type Endpoint, fillPath, fillQuery } from '#contract/endpoint.ts'
import { scopeProbes } from '#contract/scope-probes.ts'
import type { Scope } from '#contract/vocabularies.ts'

/** What a probe sends, as it goes over the wire; from the very table that the proxy sends by. */
export function probeText(scope: Scope): { readonly line: string; readonly body: string | null } {
  const { name, params, query, body } = scopeProbes[scope]
  const endpoint: Endpoint = agentEndpoints[name]
  return {
    line: `${endpoint.method} ${fillPath(endpoint.path, params)}${fillQuery(endpoint, query)}`,
    body: body === undefined ? null : JSON.stringify(body),
  }
}

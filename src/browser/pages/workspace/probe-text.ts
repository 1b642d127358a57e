import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { type Endpoint, fillTarget } from '#contract/endpoint.ts'
import { scopeProbes } from '#contract/scope-probes.ts'
import type { Scope } from '#contract/vocabularies.ts'

/** What a probe sends, as it goes over the wire; from the very table that the proxy sends by. */
export function probeText(scope: Scope): { readonly line: string; readonly body: string | null } {
  const { name, body, ...parts } = scopeProbes[scope]
  const endpoint: Endpoint = agentEndpoints[name]
  return {
    line: `${endpoint.method} ${fillTarget(endpoint, parts)}`,
    body: body === undefined ? null : JSON.stringify(body),
  }
}

import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { agentErrorStatus } from '#contract/error-codes.ts'
import { limits } from '#contract/limits.ts'
import {
  adPlatforms,
  leadPriorities,
  leadSources,
  leadStatuses,
  planLimits,
  ticketPriorities,
  ticketStatuses,
  timeframes,
} from '#contract/vocabularies.ts'
import { fieldWords, operationWords, scopeWords } from './operation-words.ts'

/** The public document about this API, derived from the contract. Markdown. */
export function skillText(): string {
  const names = Object.keys(agentEndpoints) as AgentEndpointName[]
  return `# Konektor Agent API v2: embedded sandbox

This server answers as the Agent API does, over sample data. Nothing is sent to any ad platform.
Every call but this document needs the header \`Authorization: Bearer <key>\` and the scope named below. Bodies are JSON,
at most ${limits.bodyBytes} bytes. The same in OpenAPI 3.1: \`/openapi.json\`; to read in a browser: \`/reference\`.

${names.map(section).join('\n\n')}

## Parameters and fields
${list(fieldWords)}

## Scopes
${list(scopeWords)}

## Values
- Lead statuses: ${leadStatuses.join(', ')}
- Lead priorities: ${leadPriorities.join(', ')}
- Lead sources: ${leadSources.join(', ')}
- Ad platforms: ${adPlatforms.join(', ')}
- Timeframes: ${timeframes.join(', ')}
- Ticket priorities: ${ticketPriorities.join(', ')}
- Ticket statuses: ${ticketStatuses.join(', ')}

## Limits
Requests a minute and workspace: ${Object.entries(planLimits)
    .map(([plan, limit]) => `${plan} ${limit}`)
    .join(', ')}.
X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset (Unix seconds) tell where you stand; a 429 carries Retry-After in seconds.

## Errors
\`{ "success": false, "error": { "code", "message", "details" } }\`; details maps a field to its fault, or is null. Codes: ${Object.entries(
    agentErrorStatus,
  )
    .map(([code, status]) => `${code} (${status})`)
    .join(', ')}.
`
}

function section(name: AgentEndpointName): string {
  const { method, path, scope, query, body }: Endpoint = agentEndpoints[name]
  const { title, says } = operationWords[name]
  const lines = [`## ${title}`, `\`${method} ${path}\`, ${scope === null ? 'no key' : `scope \`${scope}\``}.`, says]
  const parameters = Object.keys(query?.shape ?? {})
  if (parameters.length > 0) lines.push(`Parameters: ${parameters.join(', ')}.`)
  const fields = Object.keys(body?.shape ?? {})
  if (fields.length > 0) lines.push(`Fields of the body: ${fields.join(', ')}.`)
  return lines.join('\n')
}

function list(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, says]) => `- \`${name}\`: ${says}`)
    .join('\n')
}

import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { agentErrorStatus } from '#contract/error-codes.ts'
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

/** The public document about this API, derived from the contract. Markdown. */
export function skillText(): string {
  const rows = (Object.values(agentEndpoints) as Endpoint[]).map((endpoint) => {
    const inputs = [...Object.keys(endpoint.query?.shape ?? {}), ...Object.keys(endpoint.body?.shape ?? {})]
    return `| ${endpoint.method} | \`${endpoint.path}\` | ${endpoint.scope ?? 'none'} | ${inputs.join(', ') || '–'} |`
  })
  return `# Konektor Agent API v2: embedded sandbox

This server answers as the Agent API does, over sample data. Nothing is sent to any ad platform.
Every call but this document needs the header \`Authorization: Bearer <key>\` and the scope named below.

| Method | Path | Scope | Parameters |
|---|---|---|---|
${rows.join('\n')}

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
\`{ "success": false, "error": { "code", "message", "details" } }\` with one of: ${Object.entries(agentErrorStatus)
    .map(([code, status]) => `${code} (${status})`)
    .join(', ')}.
`
}

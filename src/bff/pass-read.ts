import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { Desk } from './desk-port.ts'
import { noteMembers } from './note-members.ts'
import { passedAnswer } from './own/own-answer.ts'
import { checkQuery } from './request/check-query.ts'
import type { Route } from './request/match-route.ts'
import type { Forward } from './upstream/upstream-call.ts'
import type { Clock } from './writes/clock.ts'

/** A read of the Agent API: checked, sent, and its answer passed on as it is. Cancelled when the client leaves. */
export async function passRead(
  { forward, desk, clock }: { readonly forward: Forward; readonly desk: Desk; readonly clock: Clock },
  route: Route & { name: AgentEndpointName },
  rawQuery: string,
  signal: AbortSignal,
  requestId: string,
): Promise<Response> {
  const query = checkQuery(route.endpoint, rawQuery)
  const answer = await forward({ name: route.name, params: route.params, query, signal })
  if (answer.status < 300 && (route.name === 'listLeads' || route.name === 'getLead')) {
    setImmediate(noteMembers, desk, answer.json.data)
  }
  return passedAnswer(answer, requestId, clock.now())
}

import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { ReadNotes } from './note-read.ts'
import { passedAnswer } from './own/own-answer.ts'
import { checkQuery } from './request/check-query.ts'
import type { Route } from './request/match-route.ts'
import type { Forward } from './upstream/upstream-call.ts'

/** A read of the Agent API: checked, sent, and its answer passed on as it is. Cancelled when the client leaves. */
export async function passRead(
  forward: Forward,
  notes: ReadNotes,
  route: Route & { name: AgentEndpointName },
  rawQuery: string,
  signal: AbortSignal,
  requestId: string,
): Promise<Response> {
  const query = checkQuery(route.endpoint, rawQuery)
  const askedAt = Date.now()
  const answer = await forward({ name: route.name, params: route.params, query, signal })
  if (answer.status < 300) notes(route.name, query, answer, askedAt)
  return passedAnswer(answer, requestId, true)
}

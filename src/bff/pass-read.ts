import { maySeeLeads } from '#contract/access.ts'
import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import { purposeHeader } from '#contract/headers.ts'
import { onlyKnown } from './access/only-known.ts'
import type { Person } from './access/sign-in-port.ts'
import { passedAnswer } from './own/own-answer.ts'
import { checkQuery } from './request/check-query.ts'
import type { Client } from './request/client.ts'
import type { Route } from './request/match-route.ts'
import type { Forward, UpstreamCall } from './upstream/upstream-call.ts'
import type { Clock } from './writes/clock.ts'

/** Who asks what. `query`: as it came, with its question mark. */
interface ReadAsked {
  readonly query: string
  readonly request: Request
  readonly requestId: string
  readonly client: Client
  readonly person: Person | null
}

/** A read of the Agent API: checked, asked for, and its answer passed on as it is. Cancelled when the client leaves. */
export async function passRead(
  { forward, clock }: { readonly forward: Forward; readonly clock: Clock },
  route: Route & { name: AgentEndpointName },
  { query, request, requestId, client, person }: ReadAsked,
): Promise<Response> {
  const answer = await forward({
    name: route.name,
    params: route.params,
    query: checkQuery(route.endpoint, query),
    ...purposeOf(request.headers.get(purposeHeader)),
    // The request's own is made when it is asked for, at some cost: a kept answer needs none.
    get signal() {
      return client.leaving ?? request.signal
    },
  })
  const seesLeads = person !== null && maySeeLeads(person.role)
  return passedAnswer(seesLeads ? answer : onlyKnown(route, answer), requestId, clock.now())
}

/** Anything unheard of is a read for the screen. */
function purposeOf(header: string | null): Pick<UpstreamCall, 'purpose' | 'anew'> {
  if (header === 'anew') return { anew: true }
  return header === 'refresh' || header === 'bulk' ? { purpose: header } : {}
}

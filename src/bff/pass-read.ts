import { maySeeLeads } from '#contract/access.ts'
import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import { purposeHeader } from '#contract/headers.ts'
import { onlyKnown } from './access/only-known.ts'
import type { Person } from './access/sign-in-port.ts'
import { passedAnswer } from './own/own-answer.ts'
import { checkQuery } from './request/check-query.ts'
import type { Route } from './request/match-route.ts'
import type { Forward, UpstreamCall } from './upstream/upstream-call.ts'
import type { Clock } from './writes/clock.ts'

/** A read of the Agent API: checked, asked for, and its answer passed on as it is. Cancelled when the client leaves. */
export async function passRead(
  { forward, clock }: { readonly forward: Forward; readonly clock: Clock },
  route: Route & { name: AgentEndpointName },
  rawQuery: string,
  request: Request,
  requestId: string,
  person: Person | null,
): Promise<Response> {
  const answer = await forward({
    name: route.name,
    params: route.params,
    query: checkQuery(route.endpoint, rawQuery),
    ...purposeOf(request.headers.get(purposeHeader)),
    // Asked for only where it is needed: the server's adapter makes it then, at some cost.
    get signal() {
      return request.signal
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

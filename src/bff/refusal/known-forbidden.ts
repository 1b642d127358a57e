import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { UpstreamAnswer, Wrapper } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'

/** Milliseconds for which a refusal is believed (safety S10). */
export const forbiddenForMs = 10 * 60_000

/**
 * A call that the key may not make is made once in ten minutes: until then its answer is the one that came. What counts
 * is the documented refusal; a gateway's own says nothing of the key. A good answer to another call of the same scope
 * shows that the key has it now, and ends the belief early.
 */
export function createKnownForbidden(clock: Clock): { readonly wrap: Wrapper; forget(): void } {
  const known = new Map<AgentEndpointName, { readonly answer: UpstreamAnswer; readonly until: number }>()

  const wrap: Wrapper = (next) => async (call) => {
    const refusal = known.get(call.name)
    if (refusal !== undefined && call.probe !== true && clock.now() < refusal.until) return refusal.answer
    const answer = await next(call)
    if (answer.status === 403 && answer.documented) {
      known.set(call.name, { answer, until: clock.now() + forbiddenForMs })
    } else if (answer.status < 300 || (call.probe === true && isPastScopes(answer))) {
      const { scope } = agentEndpoints[call.name]
      for (const name of known.keys()) if (agentEndpoints[name].scope === scope) known.delete(name)
    }
    return answer
  }
  return { wrap, forget: () => known.clear() }
}

/** A probe is refused for what it lacks only after the key's scopes were looked at. */
function isPastScopes({ status, documented }: UpstreamAnswer): boolean {
  return documented && (status === 400 || status === 404)
}

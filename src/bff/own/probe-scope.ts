import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { scopeProbes } from '#contract/scope-probes.ts'
import type { Scope } from '#contract/vocabularies.ts'
import { readBody } from '../request/read-body.ts'
import type { ScopeBook } from '../upstream/scope-book.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { dataAnswer } from './own-answer.ts'
import type { OwnRouteHandler, OwnRouteParts } from './own-route.ts'

/**
 * Asks Konektor the one harmless question of a scope, because a person wanted to know. It is refused or answered; a refusal
 * for what it lacks (400, 404) comes after the key's scopes were looked at, so it shows that the scope is there.
 */
export function probeScopeRoute({
  forward,
  scopeBook,
}: OwnRouteParts & { readonly scopeBook: ScopeBook }): OwnRouteHandler {
  /** Those on their way: one probe of a scope at a time, whoever asks. */
  const asking = new Map<Scope, Promise<UpstreamAnswer>>()
  function probe(scope: Scope): Promise<UpstreamAnswer> {
    const running = asking.get(scope)
    if (running !== undefined) return running
    const answer = forward({ ...scopeProbes[scope], probe: true }).finally(() => asking.delete(scope))
    asking.set(scope, answer)
    return answer
  }

  return async (request, _, requestId) => {
    const { scope } = await readBody(request, bffEndpoints.probeScope.body)
    const answer = await probe(scope)
    if (answer.documented && (answer.status === 400 || answer.status === 404)) {
      scopeBook.noteWorks(scope, answer.answeredAt)
    }
    return dataAnswer({ scope, status: answer.status }, requestId, bffEndpoints.probeScope.status, answer.headers)
  }
}

import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { scopeProbes } from '#contract/scope-probes.ts'
import { readBody } from '../request/read-body.ts'
import type { ScopeBook } from '../upstream/scope-book.ts'
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
  return async (request, _, requestId) => {
    const { scope } = await readBody(request, bffEndpoints.probeScope.body)
    const answer = await forward({ ...scopeProbes[scope], probe: true })
    if (answer.documented && (answer.status === 400 || answer.status === 404)) {
      scopeBook.noteWorks(scope, answer.answeredAt)
    }
    return dataAnswer({ scope, status: answer.status }, requestId, bffEndpoints.probeScope.status, answer.headers)
  }
}

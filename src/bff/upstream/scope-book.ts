import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { ScopeSeen, ScopeState } from '#contract/status.ts'
import { type Scope, scopes } from '#contract/vocabularies.ts'
import type { UpstreamAnswer, UpstreamCall, Wrapper } from './upstream-call.ts'

/** What answers have shown of the key's scopes. */
export interface ScopeBook {
  list(): readonly ScopeSeen[]
  /** For an answer that shows it in another way than `observe` knows. `at`: epoch milliseconds. */
  noteWorks(scope: Scope, at: number): void
  /** Wraps the way out: a good answer shows that the scope works, a documented FORBIDDEN that it is missing. */
  readonly observe: Wrapper
}

export function openScopeBook(): ScopeBook {
  const seen = new Map<Scope, { state: ScopeState; at: number }>()

  function note(call: UpstreamCall, answer: UpstreamAnswer): void {
    const { scope } = agentEndpoints[call.name]
    if (scope === null) return
    if (answer.status < 300) seen.set(scope, { state: 'works', at: answer.answeredAt })
    else if (answer.status === 403 && answer.documented) seen.set(scope, { state: 'missing', at: answer.answeredAt })
  }

  return {
    list: () =>
      scopes.map((scope) => {
        const found = seen.get(scope)
        return {
          scope,
          state: found?.state ?? 'unknown',
          seenAt: found === undefined ? null : new Date(found.at).toISOString(),
        }
      }),
    noteWorks: (scope, at) => void seen.set(scope, { state: 'works', at }),
    observe: (next) => async (call) => {
      const answer = await next(call)
      note(call, answer)
      return answer
    },
  }
}

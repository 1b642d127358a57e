import { errorAnswer } from '#contract/envelope.ts'
import type { Route } from '../request/match-route.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'

/**
 * An answer as the contract knows it, and nothing else of it: for who may see no single lead. Whatever an upstream adds to
 * figures one day (an owner, a latest lead) stays in the server; so does what an error says beyond its code.
 */
export function onlyKnown({ endpoint }: Pick<Route, 'endpoint'>, answer: UpstreamAnswer): UpstreamAnswer {
  if (answer.status < 300) {
    const parsed = endpoint.response?.safeParse(answer.json)
    if (parsed?.success !== true) throw new UpstreamFailure('invalid', false)
    return withJson(answer, parsed.data)
  }
  const parsed = errorAnswer.safeParse(answer.json)
  const code =
    parsed.success && /^[A-Z_]{1,40}$/.test(parsed.data.error.code) ? parsed.data.error.code : 'INTERNAL_ERROR'
  return withJson(answer, { success: false, error: { code, message: 'Konektor refused this', details: null } })
}

function withJson(answer: UpstreamAnswer, json: unknown): UpstreamAnswer {
  return { ...answer, text: JSON.stringify(json), json: json as UpstreamAnswer['json'] }
}

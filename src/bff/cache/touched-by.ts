import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { Forward, UpstreamAnswer, UpstreamCall } from '../upstream/upstream-call.ts'
import { mayHaveActed } from '../upstream/upstream-failure.ts'

/** What answers are about: leads (one or lists), or figures counted over leads. */
export type Subject = 'leads' | 'figures' | 'else'

const subjects: Partial<Readonly<Record<AgentEndpointName, Subject>>> = {
  listLeads: 'leads',
  getLead: 'leads',
  summary: 'figures',
  funnel: 'figures',
  campaigns: 'figures',
  syncStatus: 'figures',
  unsentConversions: 'figures',
}

export function subjectOf(name: AgentEndpointName): Subject {
  return subjects[name] ?? 'else'
}

/** Fields that some figure counts by, or that set off a conversion event. */
export const countedFields = ['status', 'actualValue', 'estimatedValue', 'source', 'adPlatform'] as const

/** What has become old. `leads`: those leads and all lists, all leads where null, no lead where absent. */
export interface Touch {
  readonly leads?: readonly string[] | null
  readonly figures?: boolean
}

/** What a write may have changed; null where nothing that is kept. A new lead is in no answer yet but lists. */
function touchedBy({ name, params, body }: UpstreamCall): Touch | null {
  if (name === 'createLead') return { leads: [], figures: true }
  if (name !== 'updateLead') return null
  const written = typeof body === 'object' && body !== null ? body : {}
  const leads = params?.id === undefined ? [] : [params.id]
  return { leads, figures: countedFields.some((field) => field in written) }
}

/** Passes a write on: what took place, or may have, makes old what it touches, before anybody hears of it. */
export async function passTouching(
  next: Forward,
  call: UpstreamCall,
  touch: (what: Touch) => void | Promise<void>,
): Promise<UpstreamAnswer> {
  const touched = touchedBy(call)
  try {
    const answer = await next(call)
    if (touched !== null && (answer.status < 300 || answer.status >= 500)) await touch(touched)
    return answer
  } catch (failure) {
    if (touched !== null && mayHaveActed(failure)) await touch(touched)
    throw failure
  }
}

import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { UpstreamCall } from '../upstream/upstream-call.ts'

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

export interface Touched {
  /** The lead that was written; null for a new one. */
  readonly leadId: string | null
  readonly figures: boolean
}

/** What a write may have changed; null where nothing that is kept. */
export function touchedBy({ name, params, body }: UpstreamCall): Touched | null {
  if (name === 'createLead') return { leadId: null, figures: true }
  if (name !== 'updateLead') return null
  const written = typeof body === 'object' && body !== null ? body : {}
  return { leadId: params?.id ?? null, figures: countedFields.some((field) => field in written) }
}

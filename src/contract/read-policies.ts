import type { AgentEndpointName, AgentEndpoints } from './agent-endpoints.ts'

type NameOfRead<E> = { [N in keyof E]: E[N] extends { method: 'GET'; response: unknown } ? N : never }[keyof E]
/** The reads of the Agent API that the proxy answers. */
export type AgentReadName = NameOfRead<AgentEndpoints>

/** How long an answer may be kept, in milliseconds since the upstream gave it. */
export interface ReadPolicy {
  /** Given out without asking. */
  readonly freshForMs: number
  /** Given out, with its true age, where the upstream fails. */
  readonly staleForMs: number
}

const minute = 60_000
const hour = 60 * minute
const analytics = { freshForMs: minute, staleForMs: 24 * hour }
const conversions = { freshForMs: 30_000, staleForMs: 15 * minute }

/** Safety S26. A read without a row here does not compile. */
export const readPolicies = {
  listLeads: { freshForMs: 10_000, staleForMs: 15 * minute },
  getLead: { freshForMs: 5000, staleForMs: 15 * minute },
  summary: analytics,
  funnel: analytics,
  campaigns: analytics,
  syncStatus: conversions,
  unsentConversions: conversions,
  workspace: { freshForMs: 5 * minute, staleForMs: 24 * hour },
} as const satisfies Readonly<Record<AgentReadName, ReadPolicy>>

/** Undefined for what is no read that the proxy answers: nothing of it is kept. */
export function readPolicyOf(name: AgentEndpointName): ReadPolicy | undefined {
  return (readPolicies as Partial<Record<AgentEndpointName, ReadPolicy>>)[name]
}

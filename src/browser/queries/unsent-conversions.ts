import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { UnsentConversion } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function unsentConversionsQuery() {
  return reading(agentEndpoints.unsentConversions, {}, ['unsent-conversions'], freshForMs.conversions)
}

/** Every lead whose event is not fully delivered, of all time, newest change first. */
export function useUnsentConversions(): View<UnsentConversion[]> {
  return toView(useQuery(unsentConversionsQuery()))
}

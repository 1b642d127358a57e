import type { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import type { InputOf } from '#contract/endpoint.ts'
import { reading } from './reading.ts'
import { standStill } from './stand-still.ts'

type PeriodEndpoint = (typeof agentEndpoints)['summary' | 'funnel' | 'campaigns' | 'syncStatus']

/** The query of a figure of a period: not asked while the period is null, nor while somebody steps past it. */
export function periodReading<E extends PeriodEndpoint>(
  endpoint: E,
  query: PeriodQuery | null,
  key: string,
  staleTime: number,
) {
  return reading(endpoint, { query: query ?? {} } as InputOf<E>, [key, query], staleTime, query !== null, (signal) =>
    standStill(JSON.stringify([query?.timeframe, query?.from, query?.to]), signal),
  )
}

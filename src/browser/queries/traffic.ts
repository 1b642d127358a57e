import { useQuery } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Traffic } from '#contract/traffic.ts'
import { isLive } from './live-link.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

/** The dashboard's own server is asked so often while the page is looked at; it asks nobody. */
const lookEveryMs = 10_000
/** The same while the stream tells when the budget has changed. */
const toldLookEveryMs = 30_000
/** Until an answer has told the limit; after so many looks it is one that Konektor does not tell. */
const firstLookMs = 1_500
const firstLooks = 8

/** Requests of this minute and recent errors, as the dashboard's server saw them. */
export function useTraffic(): View<Traffic> {
  const query = reading(bffEndpoints.traffic, {}, ['traffic'], freshForMs.own)
  return toView(
    useQuery({
      ...query,
      refetchInterval: ({ state }) => {
        if (state.status === 'error') return false
        const isFirst = state.data?.data.requests == null && state.dataUpdateCount < firstLooks
        return isFirst ? firstLookMs : isLive() ? toldLookEveryMs : lookEveryMs
      },
    }),
  )
}

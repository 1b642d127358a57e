import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { UnsentConversion } from '#contract/analytics.ts'
import { isLive, isSomebodyThere } from './live-link.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { statusQuery } from './status.ts'
import { toView, type View } from './view.ts'

/** While somebody looks at the list it is asked for again so often, in milliseconds: an event is delivered within minutes. */
const lookEveryMs = 60_000
/** For a count beside a link the list may be that old. */
const quietFreshMs = 5 * 60_000
/** After a page is drawn, nobody waits for a count beside a link. */
const quietAfterMs = 3_000
const quietEveryMs = 60_000
/** What failed is not asked for again that soon; forbidden calls least of all (safety S10). */
const quietRestMs = 10 * 60_000

export function unsentConversionsQuery() {
  return reading(agentEndpoints.unsentConversions, {}, ['unsent-conversions'], freshForMs.conversions)
}

/** Every lead whose event is not fully delivered, of all time, newest change first. Looked at again every minute. */
export function useUnsentConversions(isAsked = true): View<UnsentConversion[]> {
  const options = { ...unsentConversionsQuery(), enabled: isAsked }
  return toView(
    useQuery({
      ...options,
      refetchInterval: ({ state }) =>
        state.status === 'error' ? false : isLive() && !isSomebodyThere() ? quietFreshMs : lookEveryMs,
    }),
  )
}

/**
 * The same list for a count beside a link: what is known, asked for once the page is idle and hardly ever again. Writes of one's
 * own do not make it ask at once, as they do where the list itself is on the screen.
 */
export function useQuietUnsent(): View<UnsentConversion[]> {
  const client = useQueryClient()
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible' && mayAsk(client)) {
        void client.prefetchQuery({ ...unsentConversionsQuery(), staleTime: 0 })
      }
    }
    const first = setTimeout(ask, quietAfterMs)
    const timer = setInterval(ask, quietEveryMs)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [client])
  return toView(useQuery({ ...unsentConversionsQuery(), enabled: false }))
}

function mayAsk(client: QueryClient): boolean {
  const state = client.getQueryState(unsentConversionsQuery().queryKey)
  // By its age alone: what one's own writes have marked as stale is no reason to ask for a count.
  if (state !== undefined && Date.now() - state.dataUpdatedAt < quietFreshMs) return false
  if (state?.status === 'error' && Date.now() - state.errorUpdatedAt < quietRestMs) return false
  const scopes = client.getQueryData(statusQuery().queryKey)?.data.scopes ?? []
  return !scopes.some(({ scope, state: seen }) => scope === 'agent.conversions.read' && seen === 'missing')
}

import type { Query, QueryClient } from '@tanstack/react-query'
import { isSomebodyThere } from '../live-link.ts'
import { freshForMs } from '../query-client.ts'

/** Rooms of the cache whose answers count leads, with how long one is good for. */
const figureRooms: Readonly<Record<string, number>> = {
  summary: freshForMs.analytics,
  funnel: freshForMs.analytics,
  campaigns: freshForMs.analytics,
  'sync-status': freshForMs.conversions,
  'unsent-conversions': freshForMs.conversions,
  'touch-leads': freshForMs.conversions,
}
/** While nobody is there, figures are asked for no more often than this, in milliseconds (safety S27). */
const idleEveryMs = 5 * 60_000

interface FigureTurnPorts {
  readonly now: () => number
  readonly isHidden: () => boolean
  readonly later: (act: () => void, ms: number) => () => void
}

/**
 * Figures that have changed are asked for again while they are on screen, each once it is no longer fresh: a busy workspace
 * changes them every few seconds, and a person reads them every few minutes.
 */
export function createFigureTurn(client: QueryClient, { now, isHidden, later }: FigureTurnPorts) {
  /** Epoch milliseconds of the last change; figures read later have it in them. */
  let changedAt = Number.NEGATIVE_INFINITY
  let callOff = () => {}

  /** Ones that look after themselves (`refetchOnWindowFocus: false`: the pieces of a trend) are left alone. */
  function shown(): Query[] {
    const active = client.getQueryCache().findAll({ type: 'active', fetchStatus: 'idle' })
    return active.filter((query) => {
      const isOwnMaster = query.observers.every(({ options }) => options.refetchOnWindowFocus === false)
      return figureRooms[String(query.queryKey[0])] !== undefined && !isOwnMaster && readAt(query) < changedAt
    })
  }

  function look(): void {
    callOff()
    if (isHidden()) return
    const waits = shown().map((query) => {
      const freshMs = figureRooms[String(query.queryKey[0])] ?? 0
      const dueAt = readAt(query) + (isSomebodyThere(now()) ? freshMs : Math.max(freshMs, idleEveryMs))
      if (dueAt > now()) return dueAt
      void query.fetch().catch(() => undefined)
      // Its answer may be one that the proxy had kept: then it is looked at again.
      return now() + freshMs
    })
    if (waits.length > 0) callOff = later(look, Math.min(...waits) - now())
  }

  return {
    changed: () => {
      changedAt = now()
      look()
    },
    /** To be called when the tab is shown, or somebody has come back. */
    look,
    rest: () => callOff(),
  }
}

/** When it was last asked for and answered, well or badly, in epoch milliseconds. */
function readAt({ state }: Query): number {
  return Math.max(state.dataUpdatedAt, state.errorUpdatedAt)
}

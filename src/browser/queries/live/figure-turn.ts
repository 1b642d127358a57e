import type { Query, QueryClient } from '@tanstack/react-query'
import { figureRooms } from '../figure-rooms.ts'

interface FigureTurnPorts {
  readonly now: () => number
  readonly isHidden: () => boolean
}

/**
 * Figures that have changed are asked for again while they are on screen, at once: the server tells of it no more often than
 * they count as fresh, and to all browsers at the same moment, so that they share one call a question. A tab that is hidden asks
 * when it is shown.
 */
export function createFigureTurn(client: QueryClient, { now, isHidden }: FigureTurnPorts) {
  /** Epoch milliseconds of the last change; figures read later have it in them. */
  let changedAt = Number.NEGATIVE_INFINITY

  /** Ones that look after themselves (`refetchOnWindowFocus: false`: the pieces of a trend) are left alone. */
  function shown(): Query[] {
    const active = client.getQueryCache().findAll({ type: 'active', fetchStatus: 'idle' })
    return active.filter((query) => {
      const looksAfterItself = query.observers.every(({ options }) => options.refetchOnWindowFocus === false)
      return figureRooms.some((room) => room === query.queryKey[0]) && !looksAfterItself && readAt(query) < changedAt
    })
  }

  function look(): void {
    if (isHidden()) return
    for (const query of shown()) void query.fetch().catch(() => undefined)
  }

  return {
    changed: () => {
      changedAt = now()
      look()
    },
    /** To be called when the tab is shown. */
    look,
  }
}

/** When it was last asked for and answered, well or badly, in epoch milliseconds. */
function readAt({ state }: Query): number {
  return Math.max(state.dataUpdatedAt, state.errorUpdatedAt)
}

import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '#contract/live.ts'
import type { Status } from '#contract/status.ts'
import { askEverythingAgain, askFailedAgain } from '../ask-again.ts'
import { writeBookOf } from '../client-write-book.ts'
import { closeKeyGate, isKeyRefused, openKeyGate } from '../key-gate.ts'
import { takeNewer } from '../known-leads.ts'
import { setLiveLink } from '../live-link.ts'
import { noteNewest } from '../newest-leads.ts'
import { serverAheadMs } from '../server-clock.ts'
import type { Dated } from '../view.ts'
import { noteArrivals, noteGap } from './arrivals.ts'

type EventOf<Kind extends LiveEvent['kind']> = Extract<LiveEvent, { readonly kind: Kind }>

/** What each event does to what this tab knows. `figuresChanged`: asks for figures on screen. */
export function createNewsTaker(client: QueryClient, figuresChanged: () => void) {
  let wasRefused = false
  let wasSilent = false
  let isFirst = true

  function leads({ asOf, leads: seen, arrived }: EventOf<'leads'>): void {
    const at = asOf - serverAheadMs()
    noteNewest(client, seen)
    takeNewer(client, seen, at)
    noteArrivals(client, seen, arrived, at)
  }

  /** Lists that are on screen with one page and the open lead are asked for again; one that has grown says that it may be old. */
  function gap(): void {
    const grown = client
      .getQueryCache()
      .findAll({ queryKey: ['lead-list'], predicate: ({ state }) => hasGrown(state.data) })
    noteGap(
      client,
      grown.map(({ queryHash }) => queryHash),
      Date.now(),
    )
    // A hidden tab asks nothing (safety S27): what is marked is asked for when it is shown.
    const refetchType = document.hidden ? 'none' : 'active'
    void client.invalidateQueries({ queryKey: ['lead'], refetchType })
    void client.invalidateQueries({
      queryKey: ['lead-list'],
      predicate: ({ state }) => !hasGrown(state.data),
      refetchType,
    })
    // As the page begins, its figures are of a moment ago; asked for again, each visit would cost them twice.
    if (!isFirst) figuresChanged()
    isFirst = false
  }

  function way({ budget, breaker, keyRefused, pollEveryMs }: EventOf<'way'>, at: number): void {
    setLiveLink({ pollEveryMs })
    client.setQueryData<Dated<Status>>(['status'], (known) =>
      known === undefined ? known : { ...known, data: { ...known.data, budget, breaker, keyRefused }, asOf: at },
    )
    // The dashboard's own server looks after it: asking for it costs no call to Konektor.
    void client.invalidateQueries({ queryKey: ['traffic'] })
    if (keyRefused) closeKeyGate()
    else if (wasRefused && isKeyRefused()) {
      openKeyGate()
      askEverythingAgain(client)
    }
    wasRefused = keyRefused
    // A hidden tab asks nothing (safety S27).
    if (wasSilent && breaker.state === 'closed' && !document.hidden) askFailedAgain(client)
    wasSilent = breaker.state === 'open'
  }

  return {
    gap,
    /** `at`: when it was heard, in epoch milliseconds. */
    take: (event: LiveEvent, at: number): void => {
      switch (event.kind) {
        case 'hello':
          setLiveLink({ pollEveryMs: event.pollEveryMs })
          if (!event.resumed) gap()
          break
        case 'leads':
          leads(event)
          break
        case 'figures':
          figuresChanged()
          break
        case 'gap':
          gap()
          break
        case 'writes':
          writeBookOf(client).nudge()
          break
        case 'way':
          way(event, at)
      }
    },
  }
}

function hasGrown(data: unknown): boolean {
  return ((data as { readonly pages?: readonly unknown[] } | undefined)?.pages?.length ?? 0) > 1
}

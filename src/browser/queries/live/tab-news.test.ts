import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LiveEvent } from '#contract/live.ts'
import { createTabNews, type LinkNews, type TabMessage } from './tab-news.ts'

const up: LinkNews = { isUp: true, lostAt: null, pollEveryMs: 8_000 }
const figures: LiveEvent = { kind: 'figures' }

function createTabs(count: number) {
  /** Tabs that hear nothing at the moment: frozen. */
  const deaf = new Set<number>()
  const taken: LiveEvent[][] = Array.from({ length: count }, () => [])
  const gaps = Array.from({ length: count }, () => 0)
  const links: LinkNews[] = Array.from({ length: count }, () => ({ isUp: false, lostAt: null, pollEveryMs: null }))
  const touches: number[] = []
  const tabs = Array.from({ length: count }, (_, tab) =>
    createTabNews({
      post: (message: TabMessage) => {
        for (const [other, { fromTab }] of tabs.entries()) if (other !== tab && !deaf.has(other)) fromTab(message)
      },
      take: (event) => taken[tab]?.push(event),
      now: () => 1,
      gap: () => {
        gaps[tab] = (gaps[tab] ?? 0) + 1
      },
      setLink: (link) => {
        links[tab] = link
      },
      link: () => up,
      touched: (at) => touches.push(at),
    }),
  ) as ReturnType<typeof createTabNews>[]
  return { tabs, taken, gaps, links, deaf, touches }
}

describe('news among the tabs of one browser', () => {
  it('come to all, and all agree on the place they are at', () => {
    const { tabs, taken, gaps } = createTabs(3)
    tabs[0]?.hold(true)
    tabs[0]?.fromStream({ id: '1', event: { kind: 'hello', resumed: false, pollEveryMs: 8_000 } })
    tabs[0]?.fromStream({ id: '2', event: figures })
    // A kind that this version does not know moves the place on all the same.
    tabs[0]?.fromStream({ id: '3', event: null })
    expect(tabs.map((tab) => tab.lastId())).toEqual(['3', '3', '3'])
    expect(taken[2]).toEqual([{ kind: 'hello', resumed: false, pollEveryMs: 8_000 }, figures])
    expect(gaps).toEqual([0, 0, 0])
  })

  it('are told to a tab that comes later: how it stands, and that it cannot know what it missed', () => {
    const { tabs, links, gaps, taken, deaf } = createTabs(2)
    const way: LiveEvent = {
      kind: 'way',
      budget: { limit: 60, left: 23, resetsInS: 12, ours: 5, others: 12 },
      breaker: { state: 'closed', probeInS: null },
      keyRefused: false,
      pollEveryMs: 8_000,
    }
    deaf.add(1)
    tabs[0]?.hold(true)
    tabs[0]?.fromStream({ id: '7', event: figures })
    tabs[0]?.fromStream({ id: '', event: way })
    deaf.delete(1)
    tabs[0]?.fromTab({ kind: 'join' })
    expect([links[1], gaps[1], tabs[1]?.lastId(), taken[1]]).toEqual([up, 1, '7', [way]])
    // Said again with every beat, it is no news.
    tabs[0]?.tellLink()
    expect([gaps[1], taken[1]]).toEqual([1, [way]])
  })

  it('are not taken from others by the tab that holds the stream', () => {
    const { tabs, taken, links } = createTabs(2)
    tabs[0]?.hold(true)
    tabs[1]?.fromStream({ id: '9', event: figures })
    tabs[1]?.tellLink()
    expect([taken[0], tabs[0]?.lastId(), links[0]?.isUp]).toEqual([[], null, false])
  })

  it('pass touches on', () => {
    const { tabs, touches } = createTabs(2)
    tabs[1]?.fromTab({ kind: 'touch', at: 5 })
    expect(touches).toEqual([5])
  })

  it('are had by each tab, or it knows that it missed some, whoever holds the stream and whoever is frozen', () => {
    const step = fc.record({ holder: fc.nat(2), frozen: fc.option(fc.nat(2)), events: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { tabs, taken, gaps, deaf } = createTabs(3)
        // Each place in the server's stream, in order; a tab that takes over goes on from where it is itself.
        let last = 0
        let holder = 0
        const hold = (tab: number) => {
          tabs[holder]?.hold(false)
          holder = tab
          tabs[holder]?.hold(true)
          for (let id = Number(tabs[holder]?.lastId() ?? 0) + 1; id <= last; id += 1) tell(id)
          tabs[holder]?.tellLink()
        }
        const tell = (id: number) =>
          tabs[holder]?.fromStream({ id: String(id), event: { kind: 'hello', resumed: true, pollEveryMs: id } })
        for (const { holder: next, frozen, events } of steps) {
          deaf.clear()
          if (frozen !== null && frozen !== next) deaf.add(frozen)
          if (next !== holder) hold(next)
          for (let event = 0; event < events; event += 1) {
            last += 1
            tell(last)
          }
        }
        deaf.clear()
        tabs[holder]?.tellLink()
        for (const [tab, { lastId }] of tabs.entries()) {
          expect(lastId() ?? '0').toBe(String(last))
          const seen = new Set(taken[tab]?.map((event) => (event.kind === 'hello' ? event.pollEveryMs : 0)))
          if (seen.size < last) expect(gaps[tab]).toBeGreaterThan(0)
        }
      }),
      { numRuns: process.env.PROVE === '1' ? 20_000 : 300 },
    )
  })
})

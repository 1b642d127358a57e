import type { LiveEvent } from '#contract/live.ts'
import type { LiveLink } from '../live-link.ts'
import type { News } from './stream-link.ts'

/** What tabs of one browser tell each other. Each message names the place in the stream behind it. */
export type TabMessage =
  /** An event, and behind which one it came: who has not that one has missed something. */
  | { readonly kind: 'news'; readonly id: string; readonly after: string | null; readonly event: LiveEvent | null }
  | { readonly kind: 'link'; readonly id: string | null; readonly link: LinkNews; readonly way: DatedWay | null }
  /** A tab has come, and asks how it stands. */
  | { readonly kind: 'join' }
  | { readonly kind: 'touch'; readonly at: number }

/** The last that was told of the way, and when it was heard (epoch milliseconds). */
interface DatedWay {
  readonly event: LiveEvent
  readonly at: number
}

export type LinkNews = Pick<LiveLink, 'isUp' | 'lostAt' | 'pollEveryMs'>

export interface TabNewsPorts {
  readonly post: (message: TabMessage) => void
  /** `at`: when it was heard. */
  readonly take: (event: LiveEvent, at: number) => void
  readonly now: () => number
  /** This tab has missed something, or cannot know whether it has. */
  readonly gap: () => void
  readonly setLink: (link: LinkNews) => void
  readonly link: () => LinkNews
  readonly touched: (at: number) => void
}

/** Passes the stream on to the other tabs, and takes from them what another holds; all agree on the place they are at. */
export function createTabNews({ post, take, now, gap, setLink, link, touched }: TabNewsPorts) {
  let lastId: string | null = null
  let lastWay: DatedWay | null = null
  let isHolder = false

  function takeHere(event: LiveEvent | null, at = now()): void {
    if (event?.kind === 'way') lastWay = { event, at }
    if (event !== null) take(event, at)
  }

  function tellLink(): void {
    post({ kind: 'link', id: lastId, link: link(), way: lastWay })
  }

  function takeLink({ id, link: news, way }: Extract<TabMessage, { readonly kind: 'link' }>): void {
    setLink(news)
    const hasMissed = id !== null && id !== lastId
    lastId = id ?? lastId
    if (hasMissed) gap()
    if (way !== null && way.at > (lastWay?.at ?? 0)) takeHere(way.event, way.at)
  }

  function takeNews({ id, after, event }: Extract<TabMessage, { readonly kind: 'news' }>): void {
    // A stream that begins anew says itself that something may have been missed.
    const isAnew = event?.kind === 'hello' && !event.resumed
    const hasMissed = after !== lastId && !isAnew
    lastId = id
    takeHere(event)
    if (hasMissed) gap()
  }

  return {
    lastId: () => lastId,
    isHolder: () => isHolder,
    /** Set while this tab holds the stream; what others still say of it is old. */
    hold: (holds: boolean) => {
      isHolder = holds
    },
    /** From the stream that this tab holds. */
    fromStream: ({ id, event }: News) => {
      const after = lastId
      if (id !== '') lastId = id
      takeHere(event)
      post({ kind: 'news', id: lastId ?? '', after, event })
    },
    tellLink,
    fromTab: (message: TabMessage) => {
      switch (message.kind) {
        case 'touch':
          touched(message.at)
          break
        case 'join':
          if (isHolder) tellLink()
          break
        case 'link':
          if (!isHolder) takeLink(message)
          break
        case 'news':
          if (!isHolder) takeNews(message)
      }
    },
  }
}

import type { QueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { ask } from '../ask.ts'
import { isSomebodyThere, liveLink, setLiveLink } from '../live-link.ts'
import { createFigureTurn } from './figure-turn.ts'
import { listen } from './listen.ts'
import { createStreamLink } from './stream-link.ts'
import { createTabNews, type TabMessage } from './tab-news.ts'
import { createTabTurn } from './tab-turn.ts'
import { createNewsTaker } from './take-news.ts'

/** Named with a version: tabs of an older build speak another language. */
const channelName = 'konektor.live.1'
/** How often the tab that holds the stream says so; one that says nothing for three times as long is gone. Milliseconds. */
const beatMs = 15_000
/** The server is told of a person at most so often, other tabs as often as that; milliseconds. */
const presenceMs = 60_000
const touchMs = 10_000

const later = (act: () => void, ms: number) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** Brings news into a client for as long as the page lives: one stream a browser, whichever tab holds it. Gives the way to stop. */
export function startLive(client: QueryClient): () => void {
  const isHidden = () => document.hidden
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
  const figures = createFigureTurn(client, { now: Date.now, isHidden })
  const taker = createNewsTaker(client, figures.changed)
  let heardAt = Date.now()
  let presentAt = Number.NEGATIVE_INFINITY

  const tabs = createTabNews({
    post: (message) => channel?.postMessage(message),
    take: taker.take,
    now: Date.now,
    gap: taker.gap,
    setLink: setLiveLink,
    link: liveLink,
    touched: (at) => touched(at),
  })
  const link = createStreamLink({
    open: listen,
    lastId: tabs.lastId,
    take: tabs.fromStream,
    onUp: (isUp) => {
      const { lostAt } = liveLink()
      setLiveLink({ isUp, lostAt: isUp ? null : (lostAt ?? Date.now()) })
      tabs.tellLink()
      if (isUp) notePresence()
    },
    later,
    random: Math.random,
  })
  const turn = createTabTurn({
    locks: 'locks' in navigator ? navigator.locks : null,
    isHidden,
    later,
    begin: () => {
      tabs.hold(true)
      link.start()
    },
    end: () => {
      link.stop()
      // Let go, not lost.
      setLiveLink({ isUp: false, lostAt: null })
      tabs.tellLink()
      tabs.hold(false)
    },
  })

  function notePresence(): void {
    const now = Date.now()
    if (!tabs.isHolder() || !liveLink().isUp || !isSomebodyThere(now) || now - presentAt < presenceMs) return
    presentAt = now
    // Nothing depends on it but how soon news come.
    ask(bffEndpoints.notePresence, { body: { active: true } }).catch(() => undefined)
  }

  function touched(at: number): void {
    setLiveLink({ touchedAt: Math.max(at, liveLink().touchedAt ?? 0) })
    notePresence()
  }

  const onTouch = () => {
    const now = Date.now()
    if (now - (liveLink().touchedAt ?? 0) < touchMs) return
    touched(now)
    channel?.postMessage({ kind: 'touch', at: now } satisfies TabMessage)
  }
  const onMessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'link' || data.kind === 'news') heardAt = Date.now()
    tabs.fromTab(data)
  }
  const onVisibility = () => {
    turn.look()
    if (isHidden()) return
    link.wake()
    figures.look()
    if (!tabs.isHolder()) channel?.postMessage({ kind: 'join' } satisfies TabMessage)
  }
  const onLeave = () => turn.leave()
  const beat = setInterval(() => {
    if (tabs.isHolder()) {
      tabs.tellLink()
      notePresence()
    } else if (liveLink().isUp && Date.now() - heardAt > 3 * beatMs) {
      setLiveLink({ isUp: false, lostAt: heardAt })
    }
  }, beatMs)

  const ends = [
    on(window, 'online', link.wake),
    on(window, 'pagehide', onLeave),
    on(window, 'pageshow', onVisibility),
    on(document, 'visibilitychange', onVisibility),
    ...['pointerdown', 'keydown', 'scroll'].map((type) => on(document, type, onTouch)),
    () => clearInterval(beat),
    turn.leave,
    () => channel?.close(),
  ]
  channel?.addEventListener('message', onMessage)
  onVisibility()
  return () => {
    for (const end of ends) end()
  }
}

function on(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  const options = { capture: true, passive: true }
  target.addEventListener(type, listener, options)
  return () => target.removeEventListener(type, listener, options)
}

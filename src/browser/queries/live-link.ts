import { liveTimes } from '#contract/live.ts'

/** How news come to this browser. The layer that brings them is fetched late (`live/`); this tells of it from the start. */
export interface LiveLink {
  /** True while some tab of this browser holds the stream and it is well. */
  readonly isUp: boolean
  /** Epoch milliseconds at which it was lost; null while it is up, let go, or was never there. */
  readonly lostAt: number | null
  /** How often the server looks for news, in milliseconds; null until it has told. */
  readonly pollEveryMs: number | null
  /** Epoch milliseconds at which a person last touched any tab of this browser; null for never. */
  readonly touchedAt: number | null
}

let link: LiveLink = { isUp: false, lostAt: null, pollEveryMs: null, touchedAt: null }
const listeners = new Set<() => void>()

export function liveLink(): LiveLink {
  return link
}

export function setLiveLink(news: Partial<LiveLink>): void {
  link = { ...link, ...news }
  for (const listener of listeners) listener()
}

/** True while news come by themselves: then nothing has to be asked for in case there are some. */
export function isLive(): boolean {
  return link.isUp
}

export function isSomebodyThere(now = Date.now()): boolean {
  return link.touchedAt !== null && now - link.touchedAt < liveTimes.presentForMs
}

export function onLiveLink(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

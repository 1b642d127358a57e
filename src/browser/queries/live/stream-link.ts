import type { Streamed } from '#api/stream.ts'
import type { bffEndpoints } from '#contract/bff-endpoints.ts'
import { fullJitter } from './full-jitter.ts'

export type News = Streamed<typeof bffEndpoints.events>

export interface StreamLinkPorts {
  /** Reads the stream from behind an id on; ends or throws where it breaks. */
  readonly open: (lastEventId: string | null, signal: AbortSignal) => AsyncIterable<News>
  readonly lastId: () => string | null
  readonly take: (news: News) => void
  /** Told when the stream has said its first word, and when it is lost. */
  readonly onUp: (isUp: boolean) => void
  readonly later: (act: () => void, ms: number) => () => void
  readonly random: () => number
}

/** The connection of the tab whose turn it is: whatever breaks it, it comes back, slower each time. */
export function createStreamLink({ open, lastId, take, onUp, later, random }: StreamLinkPorts) {
  let leaving: AbortController | null = null
  let failures = 0
  let callOff: (() => void) | null = null

  async function connect(): Promise<void> {
    callOff?.()
    callOff = null
    const mine = new AbortController()
    leaving = mine
    try {
      for await (const news of open(lastId(), mine.signal)) {
        if (mine.signal.aborted) return
        if (news.event?.kind === 'hello') {
          failures = 0
          onUp(true)
        }
        take(news)
      }
    } catch {
      // Why it broke is told where something is asked for; here it only has to come back.
    }
    if (mine.signal.aborted) return
    leaving = null
    failures += 1
    onUp(false)
    callOff = later(() => void connect(), fullJitter(failures, random))
  }

  return {
    start: () => {
      if (leaving === null && callOff === null) void connect()
    },
    /** Back online, or on screen: no waiting. */
    wake: () => {
      if (callOff === null) return
      failures = 0
      void connect()
    },
    stop: () => {
      callOff?.()
      callOff = null
      leaving?.abort()
      leaving = null
      failures = 0
    },
  }
}

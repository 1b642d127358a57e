import { Buffer } from 'node:buffer'
import { agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'

/** What an entry costs beside its text and its key, in bytes: headers, numbers, the map's own. Generous. */
const overheadBytes = 1024

/** A good answer as it is kept: its text alone, for parsed JSON is several times larger. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly documented: boolean
  readonly answeredAt: number
  /** Epoch milliseconds until which it may be given out without asking; a touch sets it to the past. */
  freshUntil: number
  readonly staleUntil: number
}

/** Answers in memory, never more than so many bytes; what was not used for longest goes first. */
export function createAnswerStore(maxBytes: number) {
  const entries = new Map<string, KeptAnswer>()
  let totalBytes = 0
  /** Goes on where it stopped: whatever lies before it is gone, and a new walk would step over all those graves. */
  let oldest = entries.keys()

  const costOf = (key: string, { text }: KeptAnswer) => memoryOf(text) + memoryOf(key) + overheadBytes

  function remove(key: string): void {
    const entry = entries.get(key)
    if (entry === undefined) return
    entries.delete(key)
    totalBytes -= costOf(key, entry)
  }

  return {
    get(key: string): KeptAnswer | undefined {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry
    },

    set(key: string, answer: UpstreamAnswer, times: Pick<KeptAnswer, 'freshUntil' | 'staleUntil'>): void {
      remove(key)
      const { status, headers, documented, answeredAt } = answer
      const entry = { status, headers, text: answer.text, documented, answeredAt, ...times }
      const cost = costOf(key, entry)
      if (cost > maxBytes) return
      entries.set(key, entry)
      totalBytes += cost
      while (totalBytes > maxBytes) {
        const next = oldest.next()
        if (next.done) oldest = entries.keys()
        else remove(next.value)
      }
    },

    remove,
    removeWhere(isGone: (key: string) => boolean): void {
      for (const key of [...entries.keys()]) if (isGone(key)) remove(key)
    },
    expireWhere(isOld: (key: string) => boolean): void {
      for (const [key, entry] of entries) if (isOld(key)) entry.freshUntil = Number.NEGATIVE_INFINITY
    },
    facts: () => ({ entries: entries.size, bytes: totalBytes }),
  }
}

/** Its limits were true when it came; of its headers only the id of its request still means something. */
export function keptAnswer(
  { status, headers, text, documented, answeredAt }: Omit<KeptAnswer, 'freshUntil' | 'staleUntil'>,
  kept: 'fresh' | 'stale',
): UpstreamAnswer {
  const requestId = headers[agentHeaders.requestId]
  return {
    status,
    headers: requestId === undefined ? {} : { [agentHeaders.requestId]: requestId },
    text,
    get json() {
      return JSON.parse(text) as Readonly<Record<string, unknown>>
    },
    documented,
    answeredAt,
    kept,
  }
}

/** Bytes of a text in memory: one a sign where all are ASCII, else two. */
function memoryOf(text: string): number {
  return Buffer.byteLength(text) === text.length ? text.length : 2 * text.length
}

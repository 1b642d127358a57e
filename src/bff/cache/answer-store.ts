import { agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'

/** What an entry costs beside its bytes and its key, in bytes: headers, numbers, the map's own. Generous. */
const overheadBytes = 1024

/** A good answer as it is kept: its bytes alone, for parsed JSON is several times larger. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array<ArrayBuffer>
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

  const costOf = (key: string, { bytes }: KeptAnswer) => bytes.byteLength + 2 * key.length + overheadBytes

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
      const entry = { status, headers, bytes: alone(answer.bytes), documented, answeredAt, ...times }
      const cost = costOf(key, entry)
      if (cost > maxBytes) return
      entries.set(key, entry)
      totalBytes += cost
      for (const oldest of entries.keys()) {
        if (totalBytes <= maxBytes) break
        remove(oldest)
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
  { status, headers, bytes, documented, answeredAt }: KeptAnswer,
  kept: 'fresh' | 'stale',
): UpstreamAnswer {
  const requestId = headers[agentHeaders.requestId]
  return {
    status,
    headers: requestId === undefined ? {} : { [agentHeaders.requestId]: requestId },
    bytes,
    get json() {
      return JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>
    },
    documented,
    answeredAt,
    kept,
  }
}

/** What came from the wire may be a piece of something larger, which would be kept with it. */
function alone(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.buffer.byteLength === bytes.byteLength ? bytes : new Uint8Array(bytes)
}

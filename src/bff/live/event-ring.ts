import { randomBytes } from 'node:crypto'
import type { LiveEvent } from '#contract/live.ts'
import { eventBytes } from './wire-format.ts'

/** What is kept for those who come back: enough for minutes of a busy workspace. */
export const ringBounds = { events: 1000, bytes: 1024 * 1024 } as const

export interface KeptEvent {
  readonly kind: LiveEvent['kind']
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The last events in order, so that a stream that broke off can go on where it was. Ids are this process's alone. */
export function createEventRing(bounds: { readonly events: number; readonly bytes: number } = ringBounds) {
  const instance = randomBytes(6).toString('hex')
  let kept: KeptEvent[] = []
  let totalBytes = 0
  /** Of the newest event; they count from 1. */
  let last = 0

  const idOf = (number: number) => `${instance}-${number}`

  return {
    add(event: LiveEvent): KeptEvent {
      last += 1
      const one: KeptEvent = { kind: event.kind, bytes: eventBytes(event, idOf(last)) }
      kept.push(one)
      totalBytes += one.bytes.byteLength
      let old = 0
      while (kept.length - old > bounds.events || totalBytes > bounds.bytes) {
        totalBytes -= kept[old]?.bytes.byteLength ?? 0
        old += 1
      }
      if (old > 0) kept = kept.slice(old)
      return one
    },

    /** The place behind everything told so far. */
    lastId: (): string => idOf(last),

    /** What came after an id; null where that is not known whole: another process's, too long ago, or no id at all. */
    after(id: string | null): readonly KeptEvent[] | null {
      const [, asked] = new RegExp(`^${instance}-(\\d{1,15})$`).exec(id ?? '') ?? []
      const missed = asked === undefined ? Number.NaN : last - Number(asked)
      return missed >= 0 && missed <= kept.length ? kept.slice(kept.length - missed) : null
    },
  }
}

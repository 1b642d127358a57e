import type { Clock } from '../clock.ts'

export interface VirtualClock extends Clock {
  /** Lets that much time pass: each wait ends at its time, and what it sets off settles before the next. */
  advance(ms: number): Promise<void>
  /** Lets time pass until nothing waits any more. */
  runOut(): Promise<void>
}

/** Turns of the microtask queue that a step of the writes needs at most, with room to spare. */
const turns = 40

/** Time that passes on command only. Everything asynchronous beside it must be promises without real waits. */
export function createVirtualClock(startMs = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = startMs
  let count = 0
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>()

  async function settle(): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
  }

  function next(): [number, { readonly at: number; readonly run: () => void }] | undefined {
    let first: [number, { readonly at: number; readonly run: () => void }] | undefined
    for (const entry of waiting) if (first === undefined || entry[1].at < first[1].at) first = entry
    return first
  }

  async function runUntil(end: number): Promise<void> {
    await settle()
    for (let entry = next(); entry !== undefined && entry[1].at <= end; entry = next()) {
      waiting.delete(entry[0])
      now = Math.max(now, entry[1].at)
      entry[1].run()
      await settle()
    }
  }

  return {
    now: () => now,
    after(ms, run) {
      const key = count
      count += 1
      waiting.set(key, { at: now + Math.max(0, ms), run })
      return () => void waiting.delete(key)
    },
    async advance(ms) {
      const end = now + ms
      await runUntil(end)
      now = end
    },
    runOut: () => runUntil(Number.POSITIVE_INFINITY),
  }
}

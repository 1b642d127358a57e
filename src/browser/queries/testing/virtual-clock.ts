/** A clock for models: hours pass in milliseconds, and what was due happens in order. */
export interface VirtualClock {
  readonly now: () => number
  readonly later: (act: () => void, ms: number) => () => void
  readonly sleep: (ms: number) => Promise<void>
  /** Lets a time pass, and everything that is due in it happen. */
  readonly pass: (ms: number) => Promise<void>
}

interface Due {
  readonly at: number
  readonly order: number
  readonly act: () => void
}

export function createVirtualClock(start = 1_000_000): VirtualClock {
  let now = start
  let order = 0
  const due = new Set<Due>()
  const later = (act: () => void, ms: number) => {
    order += 1
    const entry = { at: now + Math.max(0, ms), order, act }
    due.add(entry)
    return () => {
      due.delete(entry)
    }
  }
  return {
    now: () => now,
    later,
    sleep: (ms) => new Promise((resolve) => later(resolve, ms)),
    pass: async (ms) => {
      const until = now + ms
      for (;;) {
        await settleMicrotasks()
        let next: Due | undefined
        for (const one of due) {
          if (one.at > until) continue
          if (next === undefined || one.at < next.at || (one.at === next.at && one.order < next.order)) next = one
        }
        if (next === undefined) break
        due.delete(next)
        now = next.at
        next.act()
      }
      now = until
    },
  }
}

/** As many turns as the longest chain of promises between two timers. */
async function settleMicrotasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

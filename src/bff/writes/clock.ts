/** Time as the writes see it, so that a model can run hours of it at once. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Runs something so many milliseconds from now; gives what cancels it. */
  after(ms: number, run: () => void): () => void
}

/** Runs evenly: a hold must not grow when somebody sets the machine's clock back. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Waits that end early, all at once, when a stop breaks them off. */
export interface Waits {
  /** Resolves at that time; at once where it has passed, or where waiting was broken off. */
  until(atMs: number): Promise<void>
  readonly brokenOff: boolean
  breakOff(): void
}

export function createWaits(clock: Clock): Waits {
  const open = new Set<() => void>()
  let brokenOff = false
  return {
    until(atMs) {
      const ms = atMs - clock.now()
      if (brokenOff || ms <= 0) return Promise.resolve()
      return new Promise((resolve) => {
        const cancel = clock.after(ms, end)
        function end(): void {
          open.delete(end)
          cancel()
          resolve()
        }
        open.add(end)
      })
    },
    get brokenOff() {
      return brokenOff
    },
    breakOff() {
      brokenOff = true
      for (const end of [...open]) end()
    },
  }
}

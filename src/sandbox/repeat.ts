/** Work in the background, one turn after another, until stopped. */
export interface Repeating {
  /** Waits for the turn in hand. */
  stop(): Promise<void>
}

/** A turn that fails was rolled back whole and is met again at the next; one that takes long delays the next. */
export function repeat(everyMs: number, work: () => Promise<unknown>): Repeating {
  let running: Promise<unknown> = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    running = work()
      .catch(() => undefined)
      .finally(() => {
        isBusy = false
      })
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

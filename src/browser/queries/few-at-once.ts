/** Calls that nobody waits for go out so many at a time: they must not stand before what somebody asks for meanwhile. */
const most = 2
/** The first ones of a minute leave as fast as they are answered; more take their time, or they would eat a plan of 60 a minute. */
const freeInMinute = 10
const pauseMs = 2000

/** Runs `work` once its turn has come. What was given up while it waited never runs. */
export type FewAtOnce = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>

export function createFewAtOnce(): FewAtOnce {
  const waiting: (() => void)[] = []
  let running = 0
  let started: number[] = []

  async function pace(signal: AbortSignal): Promise<void> {
    started = started.filter((at) => at > performance.now() - 60_000)
    if (started.length >= freeInMinute) await pause(pauseMs * most, signal)
    signal.throwIfAborted()
    started.push(performance.now())
  }

  return async (work, signal) => {
    if (running < most) running += 1
    // Whoever ends hands its place on.
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      signal.throwIfAborted()
      await pace(signal)
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/** One lane for the whole page. */
export const fewAtOnce = createFewAtOnce()

/** Ends early where what waits is given up: others must not wait for it. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

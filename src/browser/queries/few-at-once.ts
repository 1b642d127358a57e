/** Calls that nobody waits for go out so many at a time: they must not stand before what somebody asks for meanwhile. */
const most = 2

let running = 0
const waiting: (() => void)[] = []

/** Runs `work` once its turn has come. What was given up while it waited never runs. */
export async function fewAtOnce<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (running < most) running += 1
  // Whoever ends hands its place on.
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    signal.throwIfAborted()
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

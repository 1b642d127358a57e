/** A question that follows another so soon may be one of many on the way: it waits whether it is the last. Milliseconds. */
const soonMs = 400
const waitMs = 250

let last = { window: '', askedAt: Number.NEGATIVE_INFINITY, ready: Promise.resolve() }

/**
 * Resolves when a window of time may be asked for: the first at once, one that follows soon behind another a moment later.
 * Who steps through periods in haste asks for the one they stay at; those passed over are given up before they leave.
 * All figures of one window leave together.
 */
export async function standStill(window: string, signal: AbortSignal): Promise<void> {
  if (window !== last.window) {
    const now = performance.now()
    const isSoon = now - last.askedAt < soonMs
    last = { window, askedAt: now, ready: isSoon ? pause() : Promise.resolve() }
  }
  await last.ready
  signal.throwIfAborted()
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, waitMs))
}

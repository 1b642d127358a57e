/** The workspace's time in Unix milliseconds. Fixed clocks are for tests; limits run on the real one. */
export interface Clock {
  readonly fixed: boolean
  now(): number
}

export function systemClock(): Clock {
  return { fixed: false, now: () => Date.now() }
}

export function fixedClock(instantMs: number): Clock {
  return { fixed: true, now: () => instantMs }
}

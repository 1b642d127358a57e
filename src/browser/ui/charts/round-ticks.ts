interface TickLimits {
  readonly mostSteps: number
  /** Smaller steps make no sense: there is no half of a lead. */
  readonly leastStep: number
}

/** Round ticks from 0 to at least `highest` in steps of 1, 2 or 5 times a power of ten. */
export function roundTicks(highest: number, { mostSteps, leastStep }: TickLimits): readonly number[] {
  const rough = Math.max(highest / mostSteps, leastStep)
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9)
  const step = ([1, 2, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power
  const count = Math.max(1, Math.ceil(highest / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}

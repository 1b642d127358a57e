const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25]

/** Round ticks from 0 to at least `highest` (0 to 1), no more than `most` steps. */
export function rangeTicks(highest: number, most: number): readonly number[] {
  const top = Math.min(Math.max(highest, 0.01), 1)
  const step = steps.find((candidate) => Math.ceil(top / candidate - 1e-9) <= most) ?? 0.5
  const count = Math.ceil(top / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, at) => Math.round(at * step * 100) / 100)
}

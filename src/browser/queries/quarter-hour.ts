export const quarterHourMs = 15 * 60_000

/** An instant rounded down to its quarter hour, in epoch milliseconds. Every zone in use is a whole number of them from UTC. */
export function quarterHour(instantMs: number): number {
  return Math.floor(instantMs / quarterHourMs) * quarterHourMs
}

/** A figure that is missing adds nothing. */
export function sum(counts: readonly (number | null | undefined)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0)
}

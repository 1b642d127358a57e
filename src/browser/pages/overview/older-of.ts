/** The moment at which two answers were both true: the older one (epoch milliseconds); undefined where neither is there. */
export function olderOf(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.min(one, other)
}

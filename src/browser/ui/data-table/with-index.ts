import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** The indexes in sight and one more, in order: the row that holds the focus, wherever it is. */
export function withIndex(range: Range, index: number): number[] {
  const inSight = defaultRangeExtractor(range)
  if (index < 0 || index >= range.count || inSight.includes(index)) return inSight
  return [...inSight, index].sort((a, b) => a - b)
}

import { type BoardStatus, type ColumnStatus, closingStatuses, columnStatuses } from './board-statuses.ts'

/** In which order the lists are asked for: from the column in sight to its right, then to its left, counts of closed last. */
export function askingOrder(column: ColumnStatus): readonly BoardStatus[] {
  const at = columnStatuses.indexOf(column)
  return [...columnStatuses.slice(at), ...columnStatuses.slice(0, at).reverse(), ...closingStatuses]
}

import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'

/** Won and Lost are places to drop at, not columns; visits are not on the board and cannot be set. */
export const closingStatuses = ['won', 'lost'] as const
export type ClosingStatus = (typeof closingStatuses)[number]
export type ColumnStatus = Exclude<LeadStatus, ClosingStatus | 'pageview'>
export type BoardStatus = ColumnStatus | ClosingStatus

export const columnStatuses: readonly ColumnStatus[] = leadStatuses.filter(
  (status) => status !== 'pageview' && !isClosing(status),
)
export const boardStatuses: readonly BoardStatus[] = [...columnStatuses, ...closingStatuses]

export function isClosing(status: string | null | undefined): status is ClosingStatus {
  return status === 'won' || status === 'lost'
}

export function boardStatusOf(status: string | null | undefined): BoardStatus | null {
  return boardStatuses.find((candidate) => candidate === status) ?? null
}

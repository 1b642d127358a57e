import { defaultEvent } from '#contract/default-events.ts'
import { exportColumns } from '#contract/export-note.ts'
import { hourMs } from '#parts/conversions/time-left.ts'
import { eventValue, type UnsentRow } from '#parts/conversions/unsent-rows.ts'
import { type Cell, csvText } from '#parts/export/csv-text.ts'
import { type ExportHead, exportHeadRows } from '#parts/export/export-head.ts'

type Column = (typeof exportColumns.conversions)[number]

/** Without names, phones and mails: the list has none, and a file of deliveries needs none. */
const cells: Readonly<Record<Column, (row: UnsentRow, ticketRef: string | undefined) => Cell>> = {
  leadId: ({ event }) => event.leadId,
  uniqueCode: ({ event }) => event.uniqueCode,
  status: ({ event }) => event.status,
  adPlatform: ({ event }) => event.adPlatform,
  defaultEvent: ({ event }) => defaultEvent(event.status, event.adPlatform),
  conversionSyncStatus: ({ event }) => event.conversionSyncStatus,
  lastConversionSyncAt: ({ event }) => event.lastConversionSyncAt,
  happenedAtTheLatest: ({ happenedBy }) => (happenedBy === null ? null : new Date(happenedBy).toISOString()),
  hoursLeftAtMost: ({ left }) => (left.kind === 'left' ? Math.ceil(left.ms / hourMs) : null),
  mayBeTooLate: ({ left, mayBeLate }) =>
    left.kind === 'late' || left.kind === 'left' ? (mayBeLate ? 'yes' : 'no') : null,
  value: ({ lead }) => eventValue(lead),
  ticketRef: (_, ticketRef) => ticketRef,
}

/** The rows as they are shown, most urgent first, under a head that says what they are of. Unknown is empty. */
export function unsentCsv(
  rows: readonly UnsentRow[],
  ticketOf: (leadId: string) => string | undefined,
  head: ExportHead,
): string {
  const columns = exportColumns.conversions
  return csvText([
    ...exportHeadRows(head),
    [...columns],
    ...rows.map((row) => columns.map((column) => cells[column](row, ticketOf(row.event.leadId)))),
  ])
}

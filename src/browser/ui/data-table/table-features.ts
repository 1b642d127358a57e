import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  tableFeatures,
} from '@tanstack/react-table'
import type { DataColumn } from './data-column.ts'
import { columnWidthMax, columnWidthMin } from './table-layout.ts'

/** What this table can do. Filtering, sorting and paging are the server's. */
export const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature })

/** Our columns in the words of TanStack Table. */
export function toColumnDefs<Row extends RowData>(columns: readonly DataColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>()
  return columns.map((column) =>
    helper.display({
      id: column.id,
      size: column.width,
      minSize: columnWidthMin,
      maxSize: columnWidthMax,
      enableHiding: !column.isAlwaysShown,
      header: () => column.label(),
      cell: ({ row }) => column.cell(row.original),
    }),
  )
}

import type { UnsentRow } from '#parts/conversions/unsent-rows.ts'
import { useDisplay } from '#parts/display.tsx'
import { ExportButton } from '#parts/export/export-button.tsx'
import { exportFileName } from '#parts/export/export-head.ts'
import { useStatus } from '#queries/status.ts'
import { useWorkspace } from '#queries/workspace.ts'
import * as m from '#words/m.ts'
import type { ConversionsView } from '../conversions-view-codec.ts'
import { unsentCsv } from './unsent-csv.ts'

interface UnsentExportProps {
  /** In the order they are shown. */
  readonly rows: readonly UnsentRow[]
  readonly view: ConversionsView
  readonly asOf: number | undefined
  readonly ticketOf: (leadId: string) => string | undefined
}

/** The list as a file. */
export function UnsentExport({ rows, view, asOf, ticketOf }: UnsentExportProps) {
  const { zone, today } = useDisplay()
  const workspace = useWorkspace().data?.displayName ?? null
  // Rather called invented than passed for real (safety S36).
  const isSample = useStatus().data?.upstream.kind !== 'live'
  const make = () => {
    const text = unsentCsv(rows, ticketOf, {
      subject: 'conversions not delivered',
      workspace,
      isSample,
      query: { timeframe: 'all_time' },
      zone,
      asOf,
      madeAt: Date.now(),
      filters: [
        ['platform', view.platform ?? 'all'],
        ['state', view.state],
        ['value', `of ${rows.filter(({ lead }) => lead !== undefined).length} rows of ${rows.length}`],
      ],
    })
    return {
      name: exportFileName('conversions', today, isSample, 'csv'),
      // The mark tells spreadsheets that the text is UTF-8.
      content: new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }),
    }
  }
  return (
    <ExportButton
      title={m.conversions_csv_title()}
      note={{ subject: 'conversions', form: 'csv', rows: rows.length }}
      make={make}
    />
  )
}

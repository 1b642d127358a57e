import type { PeriodQuery } from '#contract/analytics.ts'
import type { Cell } from './csv-text.ts'

export interface ExportHead {
  /** What the file is about, as the API calls it. */
  readonly subject: string
  readonly workspace: string | null
  /** The sandbox's rows must never pass for real ones (safety S36). */
  readonly isSample: boolean
  readonly query: PeriodQuery
  readonly zone: string
  /** Epoch milliseconds: when the figures were true, and when the file was made. */
  readonly asOf: number | undefined
  readonly madeAt: number
  /** Further filters, name and value. */
  readonly filters?: readonly (readonly [string, string])[]
}

/** The rows above a table that say what it is of: whose, which period, which filters, when. An empty row ends them. */
export function exportHeadRows(head: ExportHead): readonly (readonly Cell[])[] {
  const { query, asOf } = head
  return [
    ['Konektor Dashboard', head.subject],
    ['workspace', head.workspace],
    ...(head.isSample ? [['data', 'sandbox: invented leads']] : []),
    ...(query.timeframe === undefined ? [] : [['timeframe', query.timeframe]]),
    ...(query.from === undefined ? [] : [['from (inclusive)', query.from]]),
    ...(query.to === undefined ? [] : [['to (exclusive)', query.to]]),
    ['time zone', head.zone],
    ...(head.filters ?? []),
    ['as of', asOf === undefined ? null : new Date(asOf).toISOString()],
    ['made', new Date(head.madeAt).toISOString()],
    [],
  ]
}

/** `konektor-campaigns-2026-10-28-2026-11-26-sandbox.csv`: no name of a person or a workspace. */
export function exportFileName(subject: string, period: string, isSample: boolean, ending: string): string {
  return `${['konektor', subject, period, ...(isSample ? ['sandbox'] : [])].join('-')}.${ending}`
}

import { PageLink } from '#parts/access/page-link.tsx'
import * as m from '#words/m.ts'
import type { TrendColumn } from './trend-columns.ts'
import type { TrendFigure } from './trend-figure.ts'
import { figureWords } from './trend-words.ts'

interface TrendTableProps {
  readonly figure: TrendFigure
  readonly columns: readonly TrendColumn[]
}

/** The chart's numbers as a table, for who wants to read them. */
export function TrendTable({ figure, columns }: TrendTableProps) {
  return (
    <details className="mt-2 print:hidden">
      <summary className="w-fit text-xs font-medium text-accent pointer-coarse:py-3.5">{m.chart_table()}</summary>
      <table className="mt-2 w-full max-w-lg text-xs">
        <thead>
          <tr className="h-7 text-ink-3">
            <th scope="col" className="text-left font-normal">
              {m.trend_days()}
            </th>
            <th scope="col" className="text-right font-normal">
              {figureWords[figure]()}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ id, hint, told, to, isUnfinished }) => (
            <tr key={id} className="h-7 border-t border-line">
              <th scope="row" className="text-left font-normal">
                <PageLink to={to} className="hover:underline pointer-coarse:inline-block pointer-coarse:py-3.5">
                  {hint.title}
                </PageLink>
              </th>
              <td className="tabular text-right">
                {told}
                {isUnfinished && <span className="block text-ink-3">{m.trend_unfinished()}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

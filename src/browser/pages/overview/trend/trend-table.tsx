import { Link } from 'react-router'
import { useDisplay } from '#parts/display.tsx'
import { unknownText } from '#parts/figures/range-text.ts'
import type { Column } from '#ui/charts/column.ts'
import * as m from '#words/m.ts'
import type { TrendFigure } from './trend-figure.ts'
import { figureWords, fullFigure } from './trend-words.ts'
import type { TrendPoint } from './use-trend.ts'

interface TrendTableProps {
  readonly figure: TrendFigure
  readonly points: readonly TrendPoint[]
  readonly columns: readonly Column[]
}

/** The chart's numbers as a table, for who wants to read them. */
export function TrendTable({ figure, points, columns }: TrendTableProps) {
  const { dates, numbers } = useDisplay()
  return (
    <details className="mt-2 print:hidden">
      <summary className="w-fit text-xs font-medium text-accent pointer-coarse:py-3">{m.chart_table()}</summary>
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
          {points.map(({ bucket, value }, at) => (
            <tr key={bucket.first} className="h-7 border-t border-line">
              <th scope="row" className="text-left font-normal">
                <Link to={columns[at]?.to ?? '/leads'} className="hover:underline">
                  {dates.daySpan(bucket.first, bucket.last)}
                </Link>
              </th>
              <td className="tabular text-right">
                {value == null ? unknownText : fullFigure(figure, value, numbers)}
                {columns[at]?.isUnfinished && <span className="block text-ink-3">{m.trend_unfinished()}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

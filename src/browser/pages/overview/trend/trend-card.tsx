import { useState } from 'react'
import { Link } from 'react-router'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { useMaySeeLeads } from '#parts/access/use-access.ts'
import { AsOf } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { useWide } from '#parts/use-wide.ts'
import { bucketUnitsOf } from '#queries/buckets.ts'
import { spanInstants } from '#queries/period.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ColumnChart } from '#ui/charts/column-chart.tsx'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import { trendColumns } from './trend-columns.ts'
import { type TrendFigure, trendFigures } from './trend-figure.ts'
import { TrendTable } from './trend-table.tsx'
import { figureWords, shortFigure, unitWords } from './trend-words.ts'
import { useTrend } from './use-trend.ts'

interface TrendCardProps {
  /** Local days, both included, the last one not after today. */
  readonly span: { readonly first: string; readonly last: string }
  readonly maturityDays: number
  /** False until everything else of the page has answered: the trend costs a call a piece. */
  readonly isAsked: boolean
}

const height = 120
/** More columns than these have no room for their words. */
const mostWorded = { wide: 12, phone: 6 } as const

/** One figure over the period, piece by piece. */
export function TrendCard({ span, maturityDays, isAsked }: TrendCardProps) {
  const display = useDisplay()
  const { zone, numbers } = display
  const isWide = useWide()
  const maySeeLeads = useMaySeeLeads()
  const [figure, setFigure] = useState<TrendFigure>('leads')
  const [isFiner, setFiner] = useState(false)
  const [usual, finer] = bucketUnitsOf(span)
  const unit = isFiner && finer !== undefined ? finer : (usual ?? 'day')
  const trend = useTrend({ span, unit, figure, zone, isAsked })
  const other = unit === usual ? finer : usual
  const endpoint = figure === 'value' ? agentEndpoints.summary : agentEndpoints.funnel
  const columns = trendColumns({
    points: trend.points,
    figure,
    unit,
    maturityDays,
    mostWorded: isWide ? mostWorded.wide : mostWorded.phone,
    display,
  })
  const top = Math.max(0, ...columns.map(({ high }) => high))
  const hasFigures = columns.some((column) => column.figure !== '')
  return (
    <Card
      title={
        <span className="flex items-center gap-1">
          {m.trend_title()}
          <Explain
            name={`${m.trend_title()}, ${figureWords[figure]()}`}
            formula={m.trend_formula({ unit: unitWords[unit]() })}
            endpoints={[endpoint]}
            query={spanInstants(span, zone)}
            asOf={trend.asOf}
            leftOut={figure === 'value' ? m.explain_out_value() : m.explain_out_visits()}
          />
        </span>
      }
      aside={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="print:hidden">
            <Segmented
              label={m.trend_figure()}
              options={trendFigures.map((value) => ({ value, label: figureWords[value]() }))}
              value={figure}
              onChange={setFigure}
            />
          </span>
          <AsOf asOf={trend.asOf} />
          {other !== undefined && (
            <Button look="link" className="print:hidden" onClick={() => setFiner(unit === usual)}>
              {m.trend_show({ unit: unitWords[other]() })}
            </Button>
          )}
        </span>
      }
    >
      <p className="hidden text-xs text-ink-3 print:block">
        {figureWords[figure]()}, {unitWords[unit]()}
      </p>
      {trend.failure !== null && <FailureFace failure={trend.failure} askAgain={trend.askAgain} />}
      <ColumnChart
        label={m.trend_chart({ figure: figureWords[figure](), unit: unitWords[unit]() })}
        columns={maySeeLeads ? columns : columns.map((column) => ({ ...column, to: undefined }))}
        top={top}
        topLabel={
          hasFigures || top === 0
            ? ''
            : shortFigure(figure, { low: 0, high: top, at: figure === 'rate' ? top : null, of: null }, numbers)
        }
        height={height}
        link={Link}
      />
      {columns.some((column) => column.isUnfinished) && (
        <p className="mt-1.5 flex items-center gap-2 text-xs text-ink-3">
          <span aria-hidden="true" className="dotted h-2.5 w-3.5 shrink-0 rounded-[2px]" />
          {figure === 'leads' ? m.trend_legend_leads() : m.trend_legend_maturing({ days: maturityDays })}
        </p>
      )}
      <TrendTable figure={figure} columns={columns} />
    </Card>
  )
}

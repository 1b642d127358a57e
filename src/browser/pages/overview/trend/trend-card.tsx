import { useState } from 'react'
import { Link } from 'react-router'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { AsOf } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { leadsLink } from '#parts/filter/leads-link.ts'
import { bucketUnitsOf } from '#queries/buckets.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import type { Column } from '#ui/charts/column.ts'
import { ColumnChart } from '#ui/charts/column-chart.tsx'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import { isUnfinished, type TrendFigure, trendFigures } from './trend-figure.ts'
import { TrendTable } from './trend-table.tsx'
import { bucketLabel, figureWords, fullFigure, shortFigure, unitWords } from './trend-words.ts'
import { type TrendPoint, useTrend } from './use-trend.ts'

interface TrendCardProps {
  /** Local days, both included, the last one not after today. */
  readonly span: { readonly first: string; readonly last: string }
  readonly maturityDays: number
  /** False until everything else of the page has answered: the trend costs a call a piece. */
  readonly isAsked: boolean
}

const height = 120
/** More columns than these have no room for their words. */
const mostWorded = 12

/** One figure over the period, piece by piece. */
export function TrendCard({ span, maturityDays, isAsked }: TrendCardProps) {
  const { zone, today, dates, numbers } = useDisplay()
  const [figure, setFigure] = useState<TrendFigure>('leads')
  const [isFiner, setFiner] = useState(false)
  const [usual, finer] = bucketUnitsOf(span)
  const unit = isFiner && finer !== undefined ? finer : (usual ?? 'day')
  const trend = useTrend({ span, unit, figure, zone, isAsked })
  const other = unit === usual ? finer : usual
  const endpoint = figure === 'value' ? agentEndpoints.summary : agentEndpoints.funnel
  const toColumn = (point: TrendPoint, at: number): Column => {
    const { bucket, value } = point
    const isOpen = isUnfinished(figure, bucket, today, maturityDays)
    const every = Math.ceil(trend.points.length / mostWorded)
    return {
      id: bucket.first,
      low: value?.low ?? 0,
      high: value?.high ?? 0,
      at: value?.at ?? null,
      isKnown: value != null,
      isUnfinished: isOpen,
      label: at % every === 0 ? bucketLabel(bucket, unit, dates) : '',
      figure: every > 1 || value === undefined ? '' : value === null ? '–' : shortFigure(figure, value, numbers),
      hint: {
        title: dates.daySpan(bucket.first, bucket.last),
        lines: [
          value === undefined
            ? m.trend_pending()
            : value === null
              ? m.trend_unknown()
              : fullFigure(figure, value, numbers),
          ...(isOpen ? [m.trend_unfinished()] : []),
        ],
      },
      to: leadsLink({ first: bucket.first, last: bucket.last }, figure === 'leads' ? undefined : 'won'),
    }
  }
  const columns = trend.points.map(toColumn)
  const top = Math.max(0, ...columns.map(({ high }) => high))
  return (
    <Card
      title={
        <span className="flex items-center gap-1">
          {m.trend_title()}
          <Explain
            name={`${m.trend_title()}, ${figureWords[figure]()}`}
            formula={m.trend_formula({ unit: unitWords[unit]() })}
            endpoints={[endpoint]}
            query={null}
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
        columns={columns}
        top={top}
        topLabel={columns.length > mostWorded && top > 0 ? topLabelOf(figure, top) : ''}
        height={height}
        link={Link}
      />
      {columns.some((column) => column.isUnfinished) && (
        <p className="mt-1.5 flex items-center gap-2 text-xs text-ink-3">
          <span aria-hidden="true" className="dotted h-2.5 w-3.5 shrink-0 rounded-[2px]" />
          {figure === 'leads' ? m.trend_legend_leads() : m.trend_legend_maturing({ days: maturityDays })}
        </p>
      )}
      <TrendTable figure={figure} points={trend.points} columns={columns} />
    </Card>
  )

  function topLabelOf(of: TrendFigure, value: number): string {
    if (of === 'rate') return numbers.percent(value, 0)
    return of === 'value' ? numbers.moneyShort(value) : numbers.count(value)
  }
}

import type { ReactNode, RefObject } from 'react'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import { AsOf } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { campaignVerdict } from '#parts/figures/campaign-rows.ts'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import type { CampaignChart as Chart } from '../campaigns-view-codec.ts'
import type { ChartProps } from './chart-props.ts'
import { RateChart } from './rate-chart.tsx'
import { ValueChart } from './value-chart.tsx'
import { Claim, VerdictLine } from './verdict-line.tsx'
import { VolumeChart } from './volume-chart.tsx'

/** More rows than these cannot be compared by eye; the table has all. */
export const mostCharted = 20

const faces = {
  rate: {
    Plot: RateChart,
    explained: m.campaigns_explain_rate,
    how: m.campaigns_explain_rate_how,
    legend: m.campaigns_legend_rate,
  },
  volume: {
    Plot: VolumeChart,
    explained: m.campaigns_choice_volume,
    how: m.campaigns_explain_volume_how,
    legend: m.campaigns_legend_volume,
  },
  value: {
    Plot: ValueChart,
    explained: m.campaigns_choice_value,
    how: m.campaigns_explain_value_how,
    legend: m.campaigns_legend_rate,
  },
} as const

interface CampaignChartProps extends ChartProps {
  readonly chart: Chart
  readonly query: PeriodQuery | null
  readonly asOf: number | undefined
  /** What a picture of the chart is made from. */
  readonly frame: RefObject<HTMLDivElement | null>
  /** Part of the picture: without it nobody knew what is set beside what. */
  readonly compareLine: ReactNode
}

/** One of the three charts, what it allows to say, and how to read it. The table beneath is its twin. */
export function CampaignChart({ chart, query, asOf, frame, compareLine, rows, ...props }: CampaignChartProps) {
  const { numbers } = useDisplay()
  const { Plot, explained, how, legend } = faces[chart]
  const shown = chartedRows(rows)
  return (
    <div ref={frame}>
      <Card
        title={
          chart === 'volume' ? <Claim claim={m.campaigns_chart_volume()} /> : <VerdictLine rows={rows} by={props.by} />
        }
        aside={
          <span className="flex items-center gap-1">
            <AsOf asOf={asOf} />
            <Explain
              name={explained()}
              formula={how()}
              endpoints={[agentEndpoints.campaigns]}
              query={query}
              asOf={asOf}
              leftOut={m.campaigns_explain_left_out()}
            />
          </span>
        }
      >
        {compareLine !== null && <div className="mb-4">{compareLine}</div>}
        <Plot {...props} rows={shown} />
        <ChartNote>
          {legend()}
          {chart !== 'volume' && props.totals.range !== null && ` ${m.campaigns_legend_line()}`}
          {shown.some(({ before }) => before !== null) && ` ${m.campaigns_legend_before()}`}
          {shown.length < rows.length &&
            ` ${m.campaigns_chart_cut({ shown: numbers.count(shown.length), all: numbers.count(rows.length) })}`}
        </ChartNote>
      </Card>
    </div>
  )
}

function ChartNote({ children }: { readonly children: ReactNode }) {
  return <p className="mt-2 text-xs text-ink-3">{children}</p>
}

/** The first rows of the order, and the one that the verdict names: a claim about what is not drawn could not be checked. */
function chartedRows(rows: ChartProps['rows']): ChartProps['rows'] {
  const first = rows.slice(0, mostCharted)
  const verdict = campaignVerdict(rows)
  if (verdict.kind !== 'ahead' || first.some(({ id }) => id === verdict.row.id)) return first
  const named = rows.filter(({ id }) => id === verdict.row.id)
  return [...first.slice(0, mostCharted - 1), ...named]
}

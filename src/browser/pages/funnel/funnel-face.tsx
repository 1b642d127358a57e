import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { knownShare, knownSum } from '#parts/figures/known-sum.ts'
import { knownText } from '#parts/figures/range-text.ts'
import { FunnelExplain } from '#parts/funnel/funnel-explain.tsx'
import { FunnelLegend } from '#parts/funnel/funnel-legend.tsx'
import type { Funnel } from '#parts/funnel/funnel-steps.ts'
import { FunnelTable } from '#parts/funnel/funnel-table.tsx'
import type { Period } from '#queries/period.ts'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import type { FunnelView } from './funnel-view-codec.ts'

interface FunnelFaceProps {
  readonly funnel: Funnel
  readonly view: FunnelView
  readonly period: Period
  readonly previous: Funnel | null
  readonly query: PeriodQuery | null
  readonly asOf: number | undefined
}

/** The funnel once it is there: the table with its bars, how to read it. */
export function FunnelFace({ funnel, view, period, previous, query, asOf }: FunnelFaceProps) {
  const { mode, showsVisits } = view
  return (
    <div className="flex flex-col gap-3">
      <Card
        className="md:px-6"
        title={
          <span className="flex items-center gap-1">
            {mode === 'reached' ? m.funnel_mode_reached() : m.funnel_mode_now()}
            <FunnelExplain mode={mode} query={query} asOf={asOf} />
          </span>
        }
      >
        <FunnelTable funnel={funnel} mode={mode} showsVisits={showsVisits} period={period} previous={previous} />
        <div className="mt-4">
          <FunnelLegend funnel={funnel} mode={mode} isCompared={previous !== null} />
        </div>
      </Card>
      <div className="grid gap-3 lg:grid-cols-[1fr_2fr] print:grid-cols-[1fr_2fr]">
        <WonOfClosed funnel={funnel} query={query} asOf={asOf} />
        <Card title={m.funnel_read_title()}>
          <p className="max-w-prose">{mode === 'reached' ? m.funnel_read_reached() : m.funnel_read_now()}</p>
          <p className="mt-2 max-w-prose text-ink-3">{m.funnel_base()}</p>
        </Card>
      </div>
    </div>
  )
}

function WonOfClosed({ funnel, query, asOf }: Pick<FunnelFaceProps, 'funnel' | 'query' | 'asOf'>) {
  const { numbers } = useDisplay()
  const closed = knownSum([funnel.won, funnel.lost])
  const share = numbers.percent(knownShare(funnel.won, closed), 0)
  return (
    <Card
      title={
        <span className="flex items-center gap-1">
          {m.funnel_won_of_closed()}
          <Explain
            name={m.funnel_won_of_closed()}
            formula={m.funnel_formula_closed()}
            endpoints={[agentEndpoints.funnel]}
            query={query}
            asOf={asOf}
            leftOut={m.funnel_out_closed()}
          />
        </span>
      }
    >
      <p className="tabular">
        <span className="text-figure font-semibold">{knownText(numbers.count(funnel.won))}</span>{' '}
        <span className="text-ink-3">
          {m.funnel_won_of({ closed: knownText(numbers.count(closed)) })}
          {share !== '' && ` · ${share}`}
        </span>
      </p>
      <p className="mt-1 text-ink-3">{m.funnel_won_of_text()}</p>
    </Card>
  )
}

import { useDisplay } from '#parts/display.tsx'
import { FunnelLegend } from '#parts/funnel-legend.tsx'
import type { Funnel } from '#parts/funnel-steps.ts'
import { FunnelTable } from '#parts/funnel-table.tsx'
import { knownShare, knownSum } from '#parts/known-sum.ts'
import { periodSpan } from '#parts/period-words.ts'
import { knownText } from '#parts/range-text.ts'
import type { Period } from '#queries/period.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import type { FunnelView } from './funnel-view-codec.ts'

interface FunnelFaceProps {
  readonly funnel: Funnel
  readonly view: FunnelView
  readonly period: Period
  readonly onShowVisits: (shows: boolean) => void
}

/** The funnel once it is there: what is counted, the table with its bars, how to read it. */
export function FunnelFace({ funnel, view, period, onShowVisits }: FunnelFaceProps) {
  const { mode, showsVisits } = view
  return (
    <div className="flex flex-col gap-3">
      <BaseLine funnel={funnel} period={period} showsVisits={showsVisits} onShowVisits={onShowVisits} />
      <Card className="md:px-6">
        <FunnelTable funnel={funnel} mode={mode} showsVisits={showsVisits} period={period} />
        <div className="mt-4 flex flex-col gap-1.5">
          {mode === 'reached' && <FunnelLegend funnel={funnel} />}
          {funnel.unused.length > 0 && (
            <p className="text-xs text-ink-3">
              {m.funnel_unused({ stages: funnel.unused.map((stage) => statusWord(stage)).join(', ') })}
            </p>
          )}
        </div>
      </Card>
      <div className="grid gap-3 lg:grid-cols-[1fr_2fr]">
        <WonOfClosed funnel={funnel} />
        <Card title={m.funnel_read_title()}>
          <p className="max-w-prose">{mode === 'reached' ? m.funnel_read_reached() : m.funnel_read_now()}</p>
          <p className="mt-2 max-w-prose text-ink-3">{m.funnel_base()}</p>
        </Card>
      </div>
    </div>
  )
}

function BaseLine({ funnel, period, showsVisits, onShowVisits }: Omit<FunnelFaceProps, 'view'> & FunnelViewPart) {
  const display = useDisplay()
  const { numbers } = display
  const span = periodSpan(period, display)
  const leads = knownText(numbers.count(funnel.leads))
  const visits = knownText(numbers.count(funnel.visits.count))
  return (
    <p className="tabular flex flex-wrap items-center gap-x-2 text-ink-2">
      {span === '' ? m.funnel_leads_all_time({ leads }) : m.funnel_leads_created({ leads, span })}
      {funnel.visits.count !== 0 && (
        <>
          <span aria-hidden="true">·</span>
          {showsVisits ? m.funnel_visits_beside({ visits }) : m.funnel_visits_left_out({ visits })}
          <Button look="link" aria-pressed={showsVisits} onClick={() => onShowVisits(!showsVisits)}>
            {showsVisits ? m.funnel_visits_hide() : m.funnel_visits_show()}
          </Button>
        </>
      )}
    </p>
  )
}

type FunnelViewPart = Pick<FunnelView, 'showsVisits'>

function WonOfClosed({ funnel }: { readonly funnel: Funnel }) {
  const { numbers } = useDisplay()
  const closed = knownSum([funnel.won, funnel.lost])
  const share = numbers.percent(knownShare(funnel.won, closed), 0)
  return (
    <Card title={m.funnel_won_of_closed()}>
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

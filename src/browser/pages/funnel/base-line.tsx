import { useDisplay } from '#parts/display.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import type { Funnel } from '#parts/funnel/funnel-steps.ts'
import { periodSpan } from '#parts/period/period-words.ts'
import type { Period } from '#queries/period.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'

interface BaseLineProps {
  readonly funnel: Funnel
  readonly period: Period
  readonly showsVisits: boolean
  readonly onShowVisits: (shows: boolean) => void
}

/** How many leads the shares are of, and the visits beside them with their switch. */
export function BaseLine({ funnel, period, showsVisits, onShowVisits }: BaseLineProps) {
  const display = useDisplay()
  const { numbers } = display
  const span = periodSpan(period, display)
  const leads = knownText(numbers.count(funnel.leads))
  const visits = knownText(numbers.count(funnel.visits.count))
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-2 text-ink-2">
      {span === '' ? m.funnel_leads_all_time({ leads }) : m.funnel_leads_created({ leads, span })}
      {funnel.visits.count !== 0 && (
        <>
          <span aria-hidden="true">·</span>
          {showsVisits ? m.funnel_visits_beside({ visits }) : m.funnel_visits_left_out({ visits })}
          <Button
            look="link"
            className="print:hidden"
            aria-expanded={showsVisits}
            onClick={() => onShowVisits(!showsVisits)}
          >
            {showsVisits ? m.funnel_visits_hide() : m.funnel_visits_show()}
          </Button>
        </>
      )}
    </p>
  )
}

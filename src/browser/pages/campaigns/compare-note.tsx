import { maturityDaysLimits } from '#contract/settings.ts'
import { useDisplay } from '#parts/display.tsx'
import { CompareLine } from '#parts/period/compare-line.tsx'
import { type Comparison, isMaturing } from '#queries/comparison.ts'
import { type Period, periodDays } from '#queries/period.ts'
import { useSettings } from '#queries/settings.ts'
import * as m from '#words/m.ts'

interface CompareNoteProps {
  readonly period: Period
  readonly comparison: Comparison | null
}

/** What is set beside what, and that the present has had less time where it has. */
export function CompareNote({ period, comparison }: CompareNoteProps) {
  const { numbers, today } = useDisplay()
  const days = useSettings().data?.maturityDays ?? maturityDaysLimits.standard
  const lastDay = periodDays(period, today)?.last ?? today
  return (
    <div className="mb-2 text-xs text-ink-3">
      <CompareLine period={period} comparison={comparison} />
      {comparison !== null && isMaturing(lastDay, today, days) && (
        <p>{m.campaigns_maturing({ days: numbers.count(days) })}</p>
      )}
    </div>
  )
}

import type { ComparedRange, Comparison } from '#queries/comparison.ts'
import { type Period, periodDays } from '#queries/period.ts'
import * as m from '#words/m.ts'
import { type Display, useDisplay } from '../display.tsx'

interface CompareLineProps {
  readonly period: Period
  /** null where there is no earlier period: the line says why. */
  readonly comparison: Comparison | null
}

/** Both ranges of a comparison in words, so that nobody has to guess what is set beside what. */
export function CompareLine({ period, comparison }: CompareLineProps) {
  const display = useDisplay()
  return (
    <p className="tabular text-xs text-ink-3">
      {comparison === null
        ? whyNone(period, display)
        : m.compare_line({
            present: presentText(period, comparison, display),
            before: rangeText(comparison.before, display),
          })}
    </p>
  )
}

function whyNone(period: Period, { today }: Display): string {
  if (period === 'all_time') return m.compare_none_all_time()
  if (typeof period !== 'string' && period.first > today) return m.compare_none_ahead()
  return m.compare_none_yet()
}

/** Figures that run on past the quarter hour do not end there. */
function presentText(period: Period, { present, presentQuery }: Comparison, display: Display): string {
  const span = periodDays(period, display.today)
  const isRunning = span !== null && span.last >= display.today
  if (!isRunning || presentQuery !== null) return rangeText(present, display)
  return m.compare_so_far({ days: display.dates.daySpan(present.first, display.today) })
}

function rangeText({ first, last, until }: ComparedRange, { dates }: Display): string {
  const days = dates.daySpan(first, last)
  return until === null ? days : m.compare_until({ days, time: dates.time(until) })
}

import type { ComparedRange, Comparison } from '#queries/comparison.ts'
import type { Period } from '#queries/period.ts'
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
            present: rangeText(comparison.present, display),
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

function rangeText({ first, last, until }: ComparedRange, { dates }: Display): string {
  const days = dates.daySpan(first, last)
  return until === null ? days : m.compare_until({ days, time: dates.time(until) })
}

import { useDisplay } from '#parts/display.tsx'
import type { Known } from '#parts/figures/known-sum.ts'
import { periodSpan } from '#parts/period/period-words.ts'
import type { Period } from '#queries/period.ts'
import * as m from '#words/m.ts'
import { reconcileUnsent } from './reconcile-unsent.ts'

interface ReconciliationLineProps {
  readonly inPeriod: Known
  readonly inList: number
  /** True where counts and list were read at one moment. */
  readonly isTogether: boolean
  readonly period: Period
}

/** Why the counts above and the list beneath need not be the same. */
export function ReconciliationLine({ inPeriod, inList, isTogether, period }: ReconciliationLineProps) {
  const display = useDisplay()
  const found = reconcileUnsent(inPeriod, inList, period === 'all_time', isTogether)
  const text = () => {
    if (found.kind === 'unknown') return m.conversions_reconcile_unknown()
    const n = display.numbers.count(found.count)
    if (found.kind === 'same') return m.conversions_reconcile_same({ n })
    if (found.kind === 'apart') return m.conversions_reconcile_apart({ n })
    if (found.kind === 'unclear') return m.conversions_reconcile_unclear({ n })
    return m.conversions_reconcile_outside({ n, span: periodSpan(period, display) })
  }
  return <p className="tabular border-t border-line px-4 py-2.5 text-xs text-ink-3">{text()}</p>
}

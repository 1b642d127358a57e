import type { Period } from '#queries/period.ts'
import { PrintButton } from '../print/print-button.tsx'
import { CompareToggle } from './compare-toggle.tsx'
import { PeriodControl } from './period-control.tsx'

interface PeriodActionsProps {
  readonly period: Period
  readonly onPeriod: (period: Period) => void
  readonly compare: { readonly isOn: boolean; readonly set: (isOn: boolean) => void }
}

/** What stands at the head of every page of figures: the period, the comparison, the way to paper. */
export function PeriodActions({ period, onPeriod, compare }: PeriodActionsProps) {
  return (
    <>
      <PeriodControl period={period} onChange={onPeriod} />
      <CompareToggle isOn={compare.isOn} onChange={compare.set} />
      <PrintButton />
    </>
  )
}

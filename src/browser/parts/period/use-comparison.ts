import { type Comparison, comparisonOf } from '#queries/comparison.ts'
import type { Period } from '#queries/period.ts'
import { useDisplay } from '../display.tsx'
import { useQuarterHour } from '../use-now.ts'

/** The earlier period to compare with, renewed each quarter hour; null while none is wanted, or where there is none. */
export function useComparison(period: Period, isOn: boolean): Comparison | null {
  const { zone, isZonePending, today } = useDisplay()
  const quarter = useQuarterHour()
  return isOn && !isZonePending ? comparisonOf(period, zone, today, quarter) : null
}

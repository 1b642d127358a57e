import { useDisplay } from '#parts/display.tsx'
import { type Comparison, comparisonOf } from '#queries/comparison.ts'
import type { Period } from '#queries/period.ts'
import { serverNow } from '#queries/server-clock.ts'

export function useComparison(period: Period, isOn: boolean): Comparison | null {
  const { zone, today, isZonePending } = useDisplay()
  return isOn && !isZonePending ? comparisonOf(period, zone, today, serverNow()) : null
}

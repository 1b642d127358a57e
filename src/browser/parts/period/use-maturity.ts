import { maturityDaysLimits } from '#contract/settings.ts'
import { isMaturing } from '#queries/comparison.ts'
import { type Period, periodDays } from '#queries/period.ts'
import { useSettings } from '#queries/settings.ts'
import { useDisplay } from '../display.tsx'

/** The days that leads are given to be won, and whether those of a period may still be. */
export function useMaturity(period: Period): { readonly days: number; readonly isMaturing: boolean } {
  const { today } = useDisplay()
  const days = useSettings().data?.maturityDays ?? maturityDaysLimits.standard
  return { days, isMaturing: isMaturing(periodDays(period, today)?.last ?? today, today, days) }
}

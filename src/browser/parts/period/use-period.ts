import { useSearchParams } from 'react-router'
import type { PeriodQuery } from '#contract/analytics.ts'
import { type Period, periodQueryOf } from '#queries/period.ts'
import { useDisplay } from '../display.tsx'
import { decodePeriod, encodePeriod } from './period-codec.ts'

/** The period of the address, the query that asks for it, and the way to change it (a step that Back undoes). */
export function usePeriod(): {
  readonly period: Period
  /** Null until the zone of its days is known: figures of other days would pass for these. */
  readonly query: PeriodQuery | null
  readonly ignored: readonly string[]
  readonly setPeriod: (period: Period) => void
} {
  const [search, setSearch] = useSearchParams()
  const { zone, isZonePending, today } = useDisplay()
  const { value: period, ignored } = decodePeriod(search)
  return {
    period,
    query: isZonePending ? null : periodQueryOf(period, zone, today),
    ignored,
    setPeriod: (next) => setSearch((current) => encodePeriod(next, current)),
  }
}

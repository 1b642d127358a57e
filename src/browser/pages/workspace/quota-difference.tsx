import { useDisplay } from '#parts/display.tsx'
import { knownCount } from '#parts/figures/known-sum.ts'
import { periodQueryOf } from '#queries/period.ts'
import { useSummary } from '#queries/summary.ts'
import * as m from '#words/m.ts'

/** Says that Konektor's day is not ours, once, where the two counts of today's leads differ. */
export function QuotaDifference({ theirs }: { readonly theirs: number | null | undefined }) {
  const { zone, isZonePending, today, numbers } = useDisplay()
  const { data } = useSummary(isZonePending || theirs == null ? null : periodQueryOf('today', zone, today))
  const ours = knownCount(data?.totalLeads)
  if (ours === null || theirs == null || ours === theirs) return null
  return <p>{m.workspace_quota_differs({ theirs: numbers.count(theirs), ours: numbers.count(ours) })}</p>
}

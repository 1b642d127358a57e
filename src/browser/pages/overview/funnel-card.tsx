import { Link } from 'react-router'
import type { FunnelEntry, PeriodQuery } from '#contract/analytics.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { EmptyPeriod } from '#parts/figures/empty-period.tsx'
import { FunnelExplain } from '#parts/funnel/funnel-explain.tsx'
import { FunnelLegend } from '#parts/funnel/funnel-legend.tsx'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import { FunnelTable } from '#parts/funnel/funnel-table.tsx'
import type { Period } from '#queries/period.ts'
import type { View } from '#queries/view.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { pageOf } from './page-of.ts'

interface FunnelCardProps {
  readonly funnel: View<FunnelEntry[]>
  readonly period: Period
  readonly query: PeriodQuery | null
  readonly onPeriod: (period: Period) => void
}

/** How far the leads got, at a glance. */
export function FunnelCard({ funnel, period, query, onPeriod }: FunnelCardProps) {
  return (
    <Card
      title={
        <span className="flex items-center gap-1">
          {m.funnel_mode_reached()}
          <FunnelExplain mode="reached" query={query} asOf={funnel.asOf} />
        </span>
      }
      aside={
        <Link
          to={pageOf('/funnel', period)}
          className="font-medium text-accent hover:underline pointer-coarse:inline-block pointer-coarse:py-3.5 print:hidden"
        >
          {m.overview_open_funnel()}
        </Link>
      }
    >
      <AsyncView
        view={funnel}
        pending={<Skeleton lines={10} className="h-[32rem] md:h-[19rem]" />}
        isEmpty={(entries) => entries.every((entry) => entry.count === 0)}
        empty={<EmptyPeriod period={period} onChange={onPeriod} />}
      >
        {(entries) => {
          const read = readFunnel(entries)
          return (
            <div className="flex flex-col gap-3">
              <FunnelTable funnel={read} mode="reached" showsVisits={false} period={period} isCompact />
              <FunnelLegend funnel={read} mode="reached" />
            </div>
          )
        }}
      </AsyncView>
    </Card>
  )
}

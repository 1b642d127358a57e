import { useSearchParams } from 'react-router'
import { unknownParts } from '#parts/address-choice.ts'
import { AsOf } from '#parts/async-view.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { usePeriod } from '#parts/period/use-period.ts'
import { useFunnel } from '#queries/funnel.ts'
import { useSummary } from '#queries/summary.ts'
import * as m from '#words/m.ts'
import { CampaignsCard } from './campaigns-card.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { FunnelCard } from './funnel-card.tsx'

export function OverviewPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const [search] = useSearchParams()
  const summary = useSummary(query)
  const funnel = useFunnel(query)
  return (
    <Page
      title={m.nav_overview()}
      actions={
        <>
          <AsOf asOf={summary.asOf} />
          <PeriodControl period={period} onChange={setPeriod} />
        </>
      }
    >
      <IgnoredLine parts={[...ignored, ...unknownParts(search, [])]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6">
        <FigureTiles summary={summary} funnel={funnel} period={period} />
        <div className="grid items-start gap-3 lg:grid-cols-[1.3fr_1fr]">
          <FunnelCard funnel={funnel} period={period} onPeriod={setPeriod} />
          <div className="flex min-w-0 flex-col gap-3">
            <CampaignsCard query={query} period={period} />
            <DeliveryCard query={query} period={period} />
          </div>
        </div>
      </div>
    </Page>
  )
}

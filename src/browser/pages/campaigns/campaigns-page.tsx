import { useSearchParams } from 'react-router'
import { unknownParts } from '#parts/address-choice.ts'
import { AsOf, AsyncView } from '#parts/async-view.tsx'
import { campaignRows, campaignTotals } from '#parts/figures/campaign-rows.ts'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { usePeriod } from '#parts/period/use-period.ts'
import { useCampaigns } from '#queries/campaigns.ts'
import { useSummary } from '#queries/summary.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { CampaignExports } from './campaign-exports.tsx'
import { CampaignPlot } from './campaign-plot.tsx'
import { CampaignTable } from './campaign-table.tsx'

export function CampaignsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const [search] = useSearchParams()
  const campaigns = useCampaigns(query)
  const summary = useSummary(query)
  return (
    <Page title={m.nav_campaigns()} actions={<PeriodControl period={period} onChange={setPeriod} />}>
      <IgnoredLine parts={[...ignored, ...unknownParts(search, [])]} />
      <div className="px-4 py-4 md:px-6">
        <AsyncView
          view={campaigns}
          pending={<Skeleton lines={14} className="rounded-lg border border-line bg-surface p-6" />}
          isEmpty={(rows) => rows.length === 0}
          empty={
            <div className="flex flex-col items-start gap-3 py-6">
              <p>{m.campaigns_empty()}</p>
              {period !== 'all_time' && <Button onClick={() => setPeriod('all_time')}>{m.overview_empty_way()}</Button>}
              <p className="text-ink-3">{m.campaigns_roas()}</p>
            </div>
          }
        >
          {(answer) => {
            const rows = campaignRows(answer)
            const totals = campaignTotals(rows)
            return (
              <div className="flex flex-col gap-3">
                {query !== null && (
                  <div className="flex flex-wrap items-center justify-end gap-2">
                    <CampaignExports rows={rows} period={period} query={query} asOf={campaigns.asOf} />
                  </div>
                )}
                <CampaignPlot rows={rows} totals={totals} aside={<AsOf asOf={campaigns.asOf} />} />
                <CampaignTable rows={rows} totals={totals} summary={summary.data} />
              </div>
            )
          }}
        </AsyncView>
      </div>
    </Page>
  )
}

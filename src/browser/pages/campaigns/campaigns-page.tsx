import { AsyncView } from '#parts/async-view.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { usePeriod } from '#parts/period/use-period.ts'
import { useCampaigns } from '#queries/campaigns.ts'
import { useSummary } from '#queries/summary.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { CampaignsFace } from './campaigns-face.tsx'
import { useComparison } from './compare-stand-in.tsx'
import { useCampaignsView } from './use-campaigns-view.ts'

export function CampaignsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const { view, ignored: ignoredHere, show } = useCampaignsView()
  const comparison = useComparison(period, view.compares)
  const campaigns = useCampaigns(query)
  const before = useCampaigns(comparison?.query ?? null)
  const summary = useSummary(query)
  return (
    <Page
      title={m.nav_campaigns()}
      actions={
        <>
          <PeriodControl period={period} onChange={setPeriod} />
          <Button onClick={() => show({ compares: !view.compares })}>Compare</Button>
        </>
      }
    >
      <IgnoredLine parts={[...new Set([...ignored, ...ignoredHere])]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6">
        {comparison !== null && before.failure !== null && (
          <div className="rounded bg-warn-soft p-3">
            <p className="font-medium">{m.campaigns_before_title()}</p>
            <FailureFace failure={before.failure} askAgain={before.askAgain} />
          </div>
        )}
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
          {(answer) =>
            query !== null && (
              <CampaignsFace
                campaigns={answer}
                before={comparison === null ? null : (before.data ?? null)}
                summary={summary.data}
                view={view}
                onView={show}
                period={period}
                query={query}
                queryBefore={comparison?.query ?? null}
                asOf={campaigns.asOf}
              />
            )
          }
        </AsyncView>
      </div>
    </Page>
  )
}

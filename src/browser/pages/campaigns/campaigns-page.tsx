import { AsyncView } from '#parts/async-view.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { CompareToggle } from '#parts/period/compare-toggle.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { useCompare } from '#parts/period/use-compare.ts'
import { useComparison } from '#parts/period/use-comparison.ts'
import { usePeriod } from '#parts/period/use-period.ts'
import { PrintButton } from '#parts/print/print-button.tsx'
import { PrintHead } from '#parts/print/print-head.tsx'
import { useCampaigns } from '#queries/campaigns.ts'
import { useSummary } from '#queries/summary.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { CampaignsFace } from './campaigns-face.tsx'
import { CompareNote } from './compare-note.tsx'
import { useCampaignsView } from './use-campaigns-view.ts'

export function CampaignsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const { view, ignored: ignoredHere, show } = useCampaignsView()
  const compare = useCompare(false)
  const comparison = useComparison(period, compare.isOn)
  const campaigns = useCampaigns(query)
  const before = useCampaigns(comparison?.query ?? null)
  const summary = useSummary(query)
  return (
    <Page
      title={m.nav_campaigns()}
      actions={
        <>
          <PeriodControl period={period} onChange={setPeriod} />
          <CompareToggle isOn={compare.isOn} onChange={compare.set} />
          <PrintButton />
        </>
      }
    >
      <IgnoredLine parts={[...ignored, ...ignoredHere, ...compare.ignored]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6 print:p-0">
        <PrintHead period={period} />
        {comparison !== null && campaigns.data !== undefined && before.failure !== null && (
          <FailureFace failure={before.failure} askAgain={before.askAgain} />
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
                summary={summary}
                view={view}
                onView={show}
                period={period}
                query={query}
                queryBefore={comparison?.query ?? null}
                asOf={campaigns.asOf}
                compareLine={compare.isOn ? <CompareNote period={period} comparison={comparison} /> : null}
              />
            )
          }
        </AsyncView>
      </div>
    </Page>
  )
}

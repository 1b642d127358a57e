import { AsyncView } from '#parts/async-view.tsx'
import { EmptyPeriod } from '#parts/figures/empty-period.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { CompareNote } from '#parts/period/compare-note.tsx'
import { PeriodActions } from '#parts/period/period-actions.tsx'
import { useCompare } from '#parts/period/use-compare.ts'
import { useComparison } from '#parts/period/use-comparison.ts'
import { usePeriod } from '#parts/period/use-period.ts'
import { PrintHead } from '#parts/print/print-head.tsx'
import { useCampaigns, useCampaignsCompared } from '#queries/campaigns.ts'
import { useSummary } from '#queries/summary.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { CampaignsFace } from './campaigns-face.tsx'
import { useCampaignsView } from './use-campaigns-view.ts'

export function CampaignsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const { view, ignored: ignoredHere, show } = useCampaignsView()
  const compare = useCompare(false)
  const comparison = useComparison(period, compare.isOn)
  const campaigns = useCampaigns(query)
  const before = useCampaignsCompared(comparison?.query ?? null)
  const summary = useSummary(query)
  return (
    <Page title={m.nav_campaigns()} actions={<PeriodActions period={period} onPeriod={setPeriod} compare={compare} />}>
      <IgnoredLine parts={[...ignored, ...ignoredHere, ...compare.ignored]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6 print:p-0">
        <PrintHead period={period} />
        <AsyncView
          view={campaigns}
          pending={<Skeleton lines={14} className="rounded-lg border border-line bg-surface p-6" />}
          isEmpty={(rows) => rows.length === 0}
          empty={
            <EmptyPeriod period={period} onChange={setPeriod} words={m.campaigns_empty()}>
              <p className="text-ink-3">{m.campaigns_roas()}</p>
            </EmptyPeriod>
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
                queryBefore={before.data === undefined ? null : (comparison?.query ?? null)}
                asOf={campaigns.asOf}
                compareLine={
                  compare.isOn ? (
                    <CompareNote
                      period={period}
                      comparison={comparison}
                      failure={before.failure}
                      askAgain={before.askAgain}
                    />
                  ) : null
                }
              />
            )
          }
        </AsyncView>
      </div>
    </Page>
  )
}

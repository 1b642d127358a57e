import { useSearchParams } from 'react-router'
import { AsOf, AsyncView } from '#parts/async-view.tsx'
import { EmptyPeriod } from '#parts/figures/empty-period.tsx'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { CompareNote } from '#parts/period/compare-note.tsx'
import { PeriodActions } from '#parts/period/period-actions.tsx'
import { useCompare } from '#parts/period/use-compare.ts'
import { useComparison } from '#parts/period/use-comparison.ts'
import { usePeriod } from '#parts/period/use-period.ts'
import { PrintHead } from '#parts/print/print-head.tsx'
import { useFunnel, useFunnelCompared } from '#queries/funnel.ts'
import { Segmented } from '#ui/segmented.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { BaseLine } from './base-line.tsx'
import { FunnelFace } from './funnel-face.tsx'
import { decodeFunnelView, encodeFunnelView, type FunnelView } from './funnel-view-codec.ts'

export function FunnelPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const [search, setSearch] = useSearchParams()
  const { value: view, ignored: ignoredHere } = decodeFunnelView(search)
  const funnel = useFunnel(query)
  const compare = useCompare(false)
  const comparison = useComparison(period, compare.isOn)
  const before = useFunnelCompared(comparison?.query ?? null)
  const read = funnel.data === undefined ? undefined : readFunnel(funnel.data)
  const show = (change: Partial<FunnelView>) => {
    setSearch((current) => encodeFunnelView({ ...view, ...change }, current))
  }
  return (
    <Page title={m.nav_funnel()} actions={<PeriodActions period={period} onPeriod={setPeriod} compare={compare} />}>
      <IgnoredLine parts={[...ignored, ...ignoredHere, ...compare.ignored]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6 print:p-px">
        <PrintHead period={period} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Segmented
            label={m.funnel_mode()}
            options={[
              { value: 'now', label: m.funnel_mode_now() },
              { value: 'reached', label: m.funnel_mode_reached() },
            ]}
            value={view.mode}
            onChange={(mode) => show({ mode })}
          />
          <div className="flex flex-wrap content-start items-baseline gap-x-4 gap-y-1">
            {read !== undefined && (
              <BaseLine
                funnel={read}
                period={period}
                showsVisits={view.showsVisits}
                onShowVisits={(showsVisits) => show({ showsVisits })}
              />
            )}
            <AsOf asOf={funnel.asOf} />
          </div>
        </div>
        {compare.isOn && (
          <CompareNote period={period} comparison={comparison} failure={before.failure} askAgain={before.askAgain} />
        )}
        <AsyncView
          view={funnel}
          pending={
            <Skeleton lines={12} className="h-[36rem] rounded-lg border border-line bg-surface p-6 md:h-[29rem]" />
          }
          isEmpty={(entries) => entries.every((entry) => entry.count === 0)}
          empty={<EmptyPeriod period={period} onChange={setPeriod} />}
        >
          {(entries) => (
            <FunnelFace
              funnel={readFunnel(entries, comparison === null ? [] : before.data)}
              view={view}
              period={period}
              previous={comparison === null || before.data === undefined ? null : readFunnel(before.data)}
              query={query}
              asOf={funnel.asOf}
            />
          )}
        </AsyncView>
      </div>
    </Page>
  )
}

import { useSearchParams } from 'react-router'
import { maturityDaysLimits } from '#contract/settings.ts'
import { unknownParts } from '#parts/address-choice.ts'
import { AsOf } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { compareParameter } from '#parts/period/compare-codec.ts'
import { CompareLine } from '#parts/period/compare-line.tsx'
import { CompareToggle } from '#parts/period/compare-toggle.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { useCompare } from '#parts/period/use-compare.ts'
import { useComparison } from '#parts/period/use-comparison.ts'
import { usePeriod } from '#parts/period/use-period.ts'
import { PrintButton } from '#parts/print/print-button.tsx'
import { PrintHead } from '#parts/print/print-head.tsx'
import { isMaturing } from '#queries/comparison.ts'
import { useFunnel } from '#queries/funnel.ts'
import { periodDays } from '#queries/period.ts'
import { useSettings } from '#queries/settings.ts'
import { useSummary } from '#queries/summary.ts'
import * as m from '#words/m.ts'
import { CampaignsCard } from './campaigns-card.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { FunnelCard } from './funnel-card.tsx'
import { NeedsTouch } from './touch/needs-touch.tsx'
import { TrendCard } from './trend/trend-card.tsx'
import { trendSpan } from './trend/trend-span.ts'
import { useFirstAnswers } from './use-first-answers.ts'

/** A minute a day: what waits, the four figures and how they stand to before, where leads get to, and whether it is told. */
export function OverviewPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const [search] = useSearchParams()
  const { today } = useDisplay()
  const compare = useCompare(true)
  const comparison = useComparison(period, compare.isOn)
  const maturityDays = useSettings().data?.maturityDays ?? maturityDaysLimits.standard
  const summary = useSummary(query)
  const funnel = useFunnel(query)
  // What nobody waits for leaves behind what everybody does.
  const isQuiet = useFirstAnswers(query)
  const askedBefore = isQuiet ? (comparison?.query ?? null) : null
  const summaryBefore = useSummary(askedBefore)
  const funnelBefore = useFunnel(askedBefore)
  const lastDay = periodDays(period, today)?.last ?? today
  const span = trendSpan(period, today, summary.data)
  return (
    <Page
      title={m.nav_overview()}
      actions={
        <>
          <AsOf asOf={summary.asOf} />
          <PeriodControl period={period} onChange={setPeriod} />
          <CompareToggle isOn={compare.isOn} onChange={compare.set} />
          <PrintButton />
        </>
      }
    >
      <IgnoredLine parts={[...ignored, ...compare.ignored, ...unknownParts(search, [compareParameter])]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6 print:gap-2 print:p-px">
        <PrintHead period={period} />
        <NeedsTouch isAsked={isQuiet} />
        {compare.isOn && <CompareLine period={period} comparison={comparison} />}
        <FigureTiles
          summary={summary}
          funnel={funnel}
          before={comparison === null ? undefined : { summary: summaryBefore, funnel: funnelBefore }}
          isMaturing={isMaturing(lastDay, today, maturityDays)}
          period={period}
          query={query}
        />
        {span !== null && <TrendCard span={span} maturityDays={maturityDays} isAsked={isQuiet} />}
        <div className="grid items-start gap-3 xl:grid-cols-[1.3fr_1fr] print:grid-cols-[1.3fr_1fr] print:gap-2">
          <FunnelCard funnel={funnel} period={period} query={query} onPeriod={setPeriod} />
          <div className="flex min-w-0 flex-col gap-3">
            <CampaignsCard query={query} period={period} />
            <DeliveryCard query={query} period={period} />
          </div>
        </div>
      </div>
    </Page>
  )
}

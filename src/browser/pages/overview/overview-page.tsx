import { useSearchParams } from 'react-router'
import { unknownParts } from '#parts/address-choice.ts'
import { AsOf } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { compareParameter } from '#parts/period/compare-codec.ts'
import { CompareNote } from '#parts/period/compare-note.tsx'
import { PeriodActions } from '#parts/period/period-actions.tsx'
import { useCompare } from '#parts/period/use-compare.ts'
import { useComparison } from '#parts/period/use-comparison.ts'
import { useMaturity } from '#parts/period/use-maturity.ts'
import { usePeriod } from '#parts/period/use-period.ts'
import { PrintHead } from '#parts/print/print-head.tsx'
import { useFirstLead } from '#queries/first-lead.ts'
import { useFunnel } from '#queries/funnel.ts'
import { useSummary } from '#queries/summary.ts'
import * as m from '#words/m.ts'
import { CampaignsCard } from './campaigns-card.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { FunnelCard } from './funnel-card.tsx'
import { NeedsTouch } from './touch/needs-touch.tsx'
import { TrendCard } from './trend/trend-card.tsx'
import { trendSpan } from './trend/trend-span.ts'
import { useComparedFigures } from './use-compared-figures.ts'
import { useFirstAnswers } from './use-first-answers.ts'

/** A minute a day: what waits, the four figures and how they stand to before, where leads get to, and whether it is told. */
export function OverviewPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const [search] = useSearchParams()
  const { today } = useDisplay()
  const compare = useCompare(true)
  const comparison = useComparison(period, compare.isOn)
  const maturity = useMaturity(period)
  const summary = useSummary(query)
  const funnel = useFunnel(query)
  // What nobody waits for leaves behind what everybody does.
  const isQuiet = useFirstAnswers(query) && summary.data !== undefined
  const firstLead = useFirstLead(isQuiet && comparison !== null).data ?? null
  // A time in which nobody could have come makes every growth look great.
  const isUnfair =
    comparison !== null && firstLead !== null && Date.parse(firstLead) > Date.parse(comparison.query.from)
  const compared = useComparedFigures(isUnfair ? null : comparison, isQuiet)
  const span = trendSpan(period, today, summary.data)
  return (
    <Page
      title={m.nav_overview()}
      actions={
        <>
          <AsOf asOf={summary.asOf} />
          <PeriodActions period={period} onPeriod={setPeriod} compare={compare} />
        </>
      }
    >
      <IgnoredLine parts={[...ignored, ...compare.ignored, ...unknownParts(search, [compareParameter])]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6 print:gap-2 print:p-px">
        <PrintHead period={period} />
        <NeedsTouch isAsked={isQuiet} />
        {compare.isOn && (
          <CompareNote
            period={period}
            comparison={comparison}
            failure={compared.failure}
            askAgain={compared.askAgain}
            saysMaturing={false}
            firstLead={isUnfair ? firstLead : null}
          />
        )}
        <FigureTiles
          summary={summary}
          funnel={funnel}
          compared={comparison === null || isUnfair ? null : compared}
          isMaturing={maturity.isMaturing}
          period={period}
          query={query}
        />
        {span !== null && <TrendCard span={span} maturityDays={maturity.days} isAsked={isQuiet} />}
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

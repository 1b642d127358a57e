import type { FunnelEntry, PeriodQuery, Summary } from '#contract/analytics.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import { Pending } from '#parts/pending.tsx'
import type { Period } from '#queries/period.ts'
import type { View } from '#queries/view.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { FigureTile, figureGrid, tileClass } from './figure-tile.tsx'
import { type OverviewFigures, overviewFigures } from './overview-figures.ts'
import { type TileWindow, tileFacts } from './tile-facts.ts'

interface FigureTilesProps {
  readonly summary: View<Summary>
  readonly funnel: View<FunnelEntry[]>
  /** The same of the earlier period; undefined where nothing is compared. */
  readonly before: { readonly summary: View<Summary>; readonly funnel: View<FunnelEntry[]> } | undefined
  readonly isMaturing: boolean
  readonly period: Period
  readonly query: PeriodQuery | null
}

/** The four figures. They wait for the funnel, which knows the visits, until it has answered one way or the other. */
export function FigureTiles({ summary, funnel, before, isMaturing, period, query }: FigureTilesProps) {
  if (funnel.isPending && summary.failure === null) {
    return (
      <Pending>
        <PendingTiles />
      </Pending>
    )
  }
  if (summary.data === undefined && summary.failure !== null) {
    return (
      <Card>
        <FailureFace failure={summary.failure} askAgain={summary.askAgain} />
      </Card>
    )
  }
  return (
    <AsyncView view={summary} pending={<PendingTiles />}>
      {(data) => (
        <Tiles
          figures={figuresOf(data, funnel.data)}
          before={before?.summary.data === undefined ? undefined : figuresOf(before.summary.data, before.funnel.data)}
          isCompared={before !== undefined}
          isMaturing={isMaturing}
          period={period}
          window={{ query, asOf: summary.asOf, hasVisits: funnel.data !== undefined }}
        />
      )}
    </AsyncView>
  )
}

function figuresOf(summary: Summary, funnel: readonly FunnelEntry[] | undefined): OverviewFigures {
  return overviewFigures(summary, funnel === undefined ? null : readFunnel(funnel))
}

interface TilesProps {
  readonly figures: OverviewFigures
  /** undefined while they are not there. */
  readonly before: OverviewFigures | undefined
  readonly isCompared: boolean
  readonly isMaturing: boolean
  readonly period: Period
  readonly window: TileWindow
}

function Tiles({ figures, before, isCompared, isMaturing, period, window }: TilesProps) {
  const { numbers } = useDisplay()
  return (
    <section aria-label={m.overview_figures()} className={figureGrid}>
      {tileFacts({ figures, before, isMaturing, period, window, numbers }).map(({ id, ...facts }) => (
        <FigureTile key={id} {...facts} isCompared={isCompared} />
      ))}
    </section>
  )
}

function PendingTiles() {
  return (
    <div className={figureGrid}>
      {['leads', 'won', 'rate', 'value'].map((name) => (
        <div key={name} className={tileClass}>
          <Skeleton lines={3} className="h-25 justify-between md:h-21" />
        </div>
      ))}
    </div>
  )
}

import type { FunnelEntry, PeriodQuery, Summary } from '#contract/analytics.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { Pending } from '#parts/pending.tsx'
import type { Period } from '#queries/period.ts'
import type { View } from '#queries/view.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { FigureTile, figureGrid, tileClass } from './figure-tile.tsx'
import { olderOf } from './older-of.ts'
import type { OverviewFigures } from './overview-figures.ts'
import { type TileWindow, tileFacts } from './tile-facts.ts'
import { type ComparedView, figuresOf } from './use-compared-figures.ts'

interface FigureTilesProps {
  readonly summary: View<Summary>
  readonly funnel: View<FunnelEntry[]>
  /** null where nothing is compared. */
  readonly compared: ComparedView | null
  readonly isMaturing: boolean
  readonly period: Period
  readonly query: PeriodQuery | null
}

/** The four figures. They wait for the funnel, which knows the visits, until it has answered one way or the other. */
export function FigureTiles({ summary, funnel, compared, isMaturing, period, query }: FigureTilesProps) {
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
          compared={compared}
          isMaturing={isMaturing}
          period={period}
          window={{ query, asOf: olderOf(summary.asOf, funnel.asOf), hasFunnel: funnel.data !== undefined }}
        />
      )}
    </AsyncView>
  )
}

interface TilesProps {
  readonly figures: OverviewFigures
  readonly compared: ComparedView | null
  readonly isMaturing: boolean
  readonly period: Period
  readonly window: TileWindow
}

function Tiles({ figures, compared, isMaturing, period, window }: TilesProps) {
  const { numbers } = useDisplay()
  return (
    <section aria-label={m.overview_figures()} className={figureGrid}>
      {tileFacts({ figures, compared: compared?.figures, isMaturing, period, window, numbers }).map(
        ({ id, ...facts }) => (
          <FigureTile
            key={id}
            {...facts}
            comparison={
              compared === null
                ? 'none'
                : facts.change !== null
                  ? 'there'
                  : compared.failure === null
                    ? 'awaited'
                    : 'failed'
            }
          />
        ),
      )}
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

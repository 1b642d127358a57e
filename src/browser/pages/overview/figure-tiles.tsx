import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { FunnelEntry, Summary } from '#contract/analytics.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { Explain, type ExplainProps } from '#parts/explain/explain.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import { leadsLink } from '#parts/filter/leads-link.ts'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import { Pending } from '#parts/pending.tsx'
import type { Period } from '#queries/period.ts'
import type { View } from '#queries/view.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { type OverviewFigures, overviewFigures } from './overview-figures.ts'

interface FigureTilesProps {
  readonly summary: View<Summary>
  readonly funnel: View<FunnelEntry[]>
  readonly period: Period
}

const grid = 'grid grid-cols-2 gap-3 lg:grid-cols-4'

/** The four figures. They wait for the funnel, which knows the visits, until it has answered one way or the other. */
export function FigureTiles({ summary, funnel, period }: FigureTilesProps) {
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
          figures={overviewFigures(data, funnel.data === undefined ? null : readFunnel(funnel.data))}
          period={period}
        />
      )}
    </AsyncView>
  )
}

function Tiles({ figures, period }: { readonly figures: OverviewFigures; readonly period: Period }) {
  const { numbers } = useDisplay()
  const { leads, visits, won, closed, rate, value } = figures
  const count = (number: number | null) => knownText(numbers.count(number))
  return (
    <section aria-label={m.overview_figures()} className={grid}>
      <Tile
        label={m.overview_leads()}
        to={leadsLink(period)}
        note={visits === null ? m.overview_visits_included() : m.overview_visits_left_out({ n: count(visits) })}
      >
        {count(leads)}
      </Tile>
      <Tile
        label={m.overview_won()}
        to={leadsLink(period, 'won')}
        note={
          closed === null ? m.overview_won_plain() : m.overview_won_note({ won: count(won), closed: count(closed) })
        }
      >
        {count(won)}
      </Tile>
      <Tile
        label={m.overview_rate()}
        note={visits === null ? m.overview_rate_formula_visits() : m.overview_rate_formula()}
      >
        {knownText(numbers.percent(rate))}
      </Tile>
      <Tile label={m.overview_value()} note={m.overview_value_note()} title={numbers.money(value)}>
        {knownText(numbers.moneyShort(value))}
      </Tile>
    </section>
  )
}

interface TileProps {
  readonly label: string
  readonly note: string
  /** The exact figure, where the shown one is shortened. */
  readonly title?: string
  /** The leads behind the figure. */
  readonly to?: string
  readonly explain?: Omit<ExplainProps, 'name'>
  readonly children: ReactNode
}

const tile = 'relative flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4'

function Tile({ label, note, title, to, explain, children }: TileProps) {
  return (
    <div className={tile}>
      {explain !== undefined && <Explain {...explain} name={label} className="absolute top-2 right-2 z-10" />}
      <h2 className="pr-6 font-normal text-ink-2">
        {to === undefined ? (
          label
        ) : (
          <Link to={to} className="hover:underline after:absolute after:inset-0">
            {label}
          </Link>
        )}
      </h2>
      <p className="tabular text-figure font-semibold tracking-tight" title={title}>
        {children}
      </p>
      <p className="tabular text-xs text-ink-3">{note}</p>
    </div>
  )
}

function PendingTiles() {
  return (
    <div className={grid}>
      {['leads', 'won', 'rate', 'value'].map((name) => (
        <div key={name} className={tile}>
          <Skeleton lines={3} className="h-21 justify-between md:h-17" />
        </div>
      ))}
    </div>
  )
}

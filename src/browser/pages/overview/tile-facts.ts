import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import { wilsonRange } from '#parts/figures/campaign-wilson.ts'
import { areFew, countsCouldBeChance, type FigureChange, figureChange } from '#parts/figures/figure-change.ts'
import type { Known } from '#parts/figures/known-sum.ts'
import { knownText } from '#parts/figures/range-text.ts'
import { leadsLink } from '#parts/filter/leads-link.ts'
import type { Period } from '#queries/period.ts'
import * as m from '#words/m.ts'
import type { NumberFormat } from '#words/number-format.ts'
import type { FigureTileProps } from './figure-tile.tsx'
import type { OverviewFigures } from './overview-figures.ts'
import { pageOf } from './page-of.ts'
import type { ComparedFigures } from './use-compared-figures.ts'

export interface TileWindow {
  readonly query: PeriodQuery | null
  readonly asOf: number | undefined
  /** False where the funnel could not be read: visits then stand in every figure. */
  readonly hasFunnel: boolean
}

interface TileQuestion {
  readonly figures: OverviewFigures
  /** undefined while they are not there. */
  readonly compared: ComparedFigures | undefined
  readonly isMaturing: boolean
  readonly period: Period
  readonly window: TileWindow
  readonly numbers: NumberFormat
}

type TileFacts = Omit<FigureTileProps, 'comparison'> & { readonly id: string }

/** The four tiles in words and numbers. */
export function tileFacts({
  figures,
  compared,
  isMaturing,
  period,
  window,
  numbers,
}: TileQuestion): readonly TileFacts[] {
  const { leads, visits, won, closed, rate, value } = figures
  const count = (number: Known) => knownText(numbers.count(number))
  const before = compared?.before
  const present = compared?.present ?? figures
  const changeOf = (name: 'leads' | 'won' | 'rate' | 'value', matures: boolean): FigureChange | null =>
    before === undefined ? null : changeBetween(name, present, before, matures)
  const explain = (formula: string, endpoints: FigureTileProps['explain']['endpoints'], leftOut: string) => ({
    formula,
    endpoints,
    query: window.query,
    asOf: window.asOf,
    leftOut,
  })
  const { summary, funnel } = agentEndpoints
  const outVisits = visits === null ? m.explain_out_nothing() : m.explain_out_visits_n({ n: count(visits) })
  return [
    {
      id: 'leads',
      label: m.overview_leads(),
      figure: count(leads),
      exact: undefined,
      note: visits === null ? m.overview_visits_included() : m.overview_visits_left_out({ n: count(visits) }),
      to: leadsLink(period, { hidesVisits: visits !== null }),
      change: changeOf('leads', false),
      format: numbers.count,
      explain: explain(
        visits === null ? m.explain_leads_total() : m.explain_leads(),
        window.hasFunnel ? [funnel] : [summary],
        outVisits,
      ),
    },
    {
      id: 'won',
      label: m.overview_won(),
      figure: count(won),
      exact: undefined,
      note: closed === null ? m.overview_won_plain() : m.overview_won_note({ won: count(won), closed: count(closed) }),
      to: leadsLink(period, { status: 'won' }),
      change: changeOf('won', isMaturing),
      format: numbers.count,
      explain: explain(m.explain_won(), window.hasFunnel ? [funnel] : [summary], m.explain_out_won()),
    },
    {
      id: 'rate',
      label: m.overview_rate(),
      figure: knownText(numbers.percent(rate)),
      exact: undefined,
      note: visits === null ? m.overview_rate_formula_visits() : m.overview_rate_formula(),
      to: pageOf('/funnel', period),
      ...rateChange(present, before, changeOf('rate', isMaturing), numbers),
      explain: explain(m.explain_rate(), window.hasFunnel ? [funnel] : [summary], outVisits),
    },
    {
      id: 'value',
      label: m.overview_value(),
      figure: knownText(numbers.moneyShort(value)),
      exact: numbers.money(value),
      note: m.overview_value_note(),
      to: leadsLink(period, { status: 'won' }),
      change: changeOf('value', isMaturing),
      format: numbers.moneyShort,
      explain: explain(m.explain_value(), [summary], m.explain_out_value()),
    },
  ]
}

/** With visits on one side and without them on the other, leads and rates are different things. */
function changeBetween(
  name: 'leads' | 'won' | 'rate' | 'value',
  now: OverviewFigures,
  before: OverviewFigures,
  isMaturing: boolean,
): FigureChange {
  const isApart = (now.visits === null) !== (before.visits === null)
  if (isApart && (name === 'leads' || name === 'rate')) return { kind: 'unknown' }
  return figureChange({
    now: now[name],
    before: before[name],
    leads: now.leads,
    leadsBefore: before.leads,
    isMaturing,
    isChance: couldBeChance(name, now, before),
  })
}

/** Values are no counts: one big deal moves them, and nothing is said of chance. */
function couldBeChance(
  name: 'leads' | 'won' | 'rate' | 'value',
  now: OverviewFigures,
  before: OverviewFigures,
): boolean {
  if (name === 'value') return false
  if (name !== 'rate') return countsCouldBeChance(now[name], before[name])
  const [one, other] = [wilsonRange(now.won, now.leads), wilsonRange(before.won, before.leads)]
  return one !== null && other !== null && one.low <= other.high && other.low <= one.high
}

type RateWords = Pick<FigureTileProps, 'change' | 'format' | 'formatBy' | 'beforeText'>

/** Rates differ by points; those of few leads are told as the counts they are made of, and no difference is claimed. */
function rateChange(
  { leads, visits }: OverviewFigures,
  before: OverviewFigures | undefined,
  change: FigureChange | null,
  numbers: NumberFormat,
): RateWords {
  const format = (rate: number) => numbers.percent(rate)
  const formatBy = (by: number) => m.change_points({ points: numbers.percent(by).replace('%', '') })
  if (change === null || before === undefined) return { change, format, formatBy }
  if ((visits === null) !== (before.visits === null)) return { change: { kind: 'unknown' }, format }
  if (!areFew(leads, before.leads)) return { change: withoutShare(change), format, formatBy }
  if (before.won === null || before.leads === null) return { change: { kind: 'unknown' }, format }
  if (before.leads === 0) return { change: { kind: 'none-before' }, format }
  const beforeText = m.campaigns_won_of({ won: numbers.count(before.won), leads: numbers.count(before.leads) })
  const kind = change.kind === 'maturing' ? 'maturing' : 'few'
  return { change: { kind, before: before.rate ?? 0 }, format, beforeText }
}

/** A share of a share would be read as points. */
function withoutShare(change: FigureChange): FigureChange {
  return change.kind === 'changed' ? { ...change, share: null } : change
}

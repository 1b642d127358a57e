import type { ReactNode } from 'react'
import { useDisplay } from '#parts/display.tsx'
import { type CampaignRow, type CampaignTotals, campaignVerdict } from '#parts/figures/campaign-rows.ts'
import { percentRange, unknownText } from '#parts/figures/range-text.ts'
import { Card } from '#ui/card.tsx'
import { RangePlot } from '#ui/charts/range-plot.tsx'
import { rangePlotTop } from '#ui/charts/range-row.ts'
import * as m from '#words/m.ts'

/** More whiskers than these cannot be compared by eye; the table has all. */
const mostRows = 20
const rowHeight = 40

interface CampaignPlotProps {
  readonly rows: readonly CampaignRow[]
  readonly totals: CampaignTotals
  readonly aside: ReactNode
}

/** A dot and its 95 % range a campaign, and what the ranges allow to say. The table beneath is its twin. */
export function CampaignPlot({ rows, totals, aside }: CampaignPlotProps) {
  const { numbers } = useDisplay()
  const shown = rows.slice(0, mostRows)
  const wonOf = (row: CampaignRow) =>
    m.campaigns_won_of({ won: numbers.count(row.won), leads: numbers.count(row.leads) })
  const rate = totals.range?.rate
  return (
    <Card title={<VerdictLine rows={rows} />} aside={aside}>
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-2 md:grid-cols-[10rem_minmax(0,1fr)_6rem]">
        <ol style={{ paddingTop: rangePlotTop }}>
          {shown.map((row) => (
            <li key={row.id} className="flex items-center" style={{ height: rowHeight }}>
              <span className="line-clamp-2 leading-4" title={nameOf(row)}>
                {nameOf(row)}
              </span>
            </li>
          ))}
        </ol>
        <RangePlot
          label={m.campaigns_chart()}
          rowHeight={rowHeight}
          formatTick={(share) => numbers.percent(share, 0)}
          line={rate === undefined ? null : { at: rate, label: m.campaigns_line({ rate: numbers.percent(rate) }) }}
          rows={shown.map((row) => ({
            id: row.id,
            name: nameOf(row),
            range: row.range,
            hint: m.campaigns_hint({
              won: numbers.count(row.won),
              leads: numbers.count(row.leads),
              rate: numbers.percent(row.range?.rate),
              range: percentRange(row.range, numbers, 1),
            }),
          }))}
        />
        <ol
          aria-hidden="true"
          className="tabular text-right text-ink-3 max-md:hidden"
          style={{ paddingTop: rangePlotTop }}
        >
          {shown.map((row) => (
            <li key={row.id} className="flex items-center justify-end" style={{ height: rowHeight }}>
              {row.range === null ? unknownText : wonOf(row)}
            </li>
          ))}
        </ol>
      </div>
      {shown.length < rows.length && (
        <p className="mt-2 text-xs text-ink-3">
          {m.campaigns_chart_cut({ shown: numbers.count(shown.length), all: numbers.count(rows.length) })}
        </p>
      )}
    </Card>
  )
}

export function nameOf(row: CampaignRow): string {
  return row.name === '' ? m.campaigns_unnamed() : row.name
}

function VerdictLine({ rows }: { readonly rows: readonly CampaignRow[] }) {
  const { numbers } = useDisplay()
  const verdict = campaignVerdict(rows)
  if (verdict.kind === 'too-few') return m.campaigns_too_few()
  if (verdict.kind === 'same') return <Verdict claim={m.campaigns_same()} why={m.campaigns_same_why()} />
  const name = nameOf(verdict.row)
  if (verdict.behind === verdict.others) {
    return <Verdict claim={m.campaigns_ahead_all({ name })} why={m.campaigns_ahead_why()} />
  }
  const counts = { behind: numbers.count(verdict.behind), others: numbers.count(verdict.others) }
  return <Verdict claim={m.campaigns_ahead_some({ name, ...counts })} why={m.campaigns_ahead_rest()} />
}

function Verdict({ claim, why }: { readonly claim: string; readonly why: string }) {
  return (
    <>
      {claim} <span className="ml-1 text-xs font-normal text-ink-3">{why}</span>
    </>
  )
}

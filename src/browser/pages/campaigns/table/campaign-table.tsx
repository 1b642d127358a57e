import { type ComponentProps, useState } from 'react'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery, Summary } from '#contract/analytics.ts'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { type CampaignTotals, campaignRest } from '#parts/figures/campaign-rows.ts'
import type { Period } from '#queries/period.ts'
import type { View } from '#queries/view.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import type { ShownRow } from '../rows/campaign-groups.ts'
import { wonOf } from '../rows/campaign-hint.ts'
import { CampaignFigures } from './campaign-figures.tsx'
import { CampaignTableRow } from './campaign-row.tsx'
import { SortingHead, type SortingProps, SortingSelect } from './campaign-sorting.tsx'

/** Rows drawn at first and with each step: thousands at once would make the page slow, and nobody reads them at once. */
const stepRows = 100

interface CampaignTableProps extends SortingProps {
  readonly rows: readonly ShownRow[]
  readonly totals: CampaignTotals
  /** undefined where nothing is compared, or not yet. */
  readonly totalsBefore: CampaignTotals | null | undefined
  readonly summary: View<Summary>
  readonly period: Period
  readonly query: PeriodQuery | null
  readonly asOf: number | undefined
}

/** All rows with their figures, a step at a time, their sum, and what the sum leaves out. */
export function CampaignTable({ rows, totals, totalsBefore, summary, period, ...props }: CampaignTableProps) {
  const { view, onView, query, asOf } = props
  const { numbers } = useDisplay()
  return (
    <section aria-label={m.campaigns_table()} className="rounded-lg border border-line bg-surface">
      <SortingSelect view={view} onView={onView} />
      <table className="w-full max-md:table-fixed">
        <SortingHead view={view} onView={onView} />
        {/* Another order begins again at its first rows; the head stays, and the focus in it. */}
        <Steps
          key={`${view.by} ${view.sort} ${view.order}`}
          rows={rows}
          by={view.by}
          period={period}
          compares={totalsBefore !== undefined}
        />
        {/* Paper would repeat a foot on every sheet, as if each had its own sums. */}
        <tfoot className="print:table-row-group">
          <tr className="h-10 border-t border-line-strong font-semibold">
            <th scope="row" className="px-3 py-1.5 text-left font-semibold">
              <span className="flex items-center gap-1 max-md:flex-wrap">
                {m.campaigns_total()}
                <Explain
                  name={m.campaigns_total()}
                  formula={m.campaigns_explain_total_how()}
                  endpoints={[agentEndpoints.campaigns, agentEndpoints.summary]}
                  query={query}
                  asOf={asOf}
                  leftOut={m.campaigns_explain_left_out()}
                />
              </span>
              <span className="tabular block text-xs font-normal text-ink-3 md:hidden">{wonOf(totals, numbers)}</span>
            </th>
            {view.by === 'campaign' && <td className="max-md:hidden" />}
            <CampaignFigures figures={totals} before={totalsBefore} hasRange={false} />
          </tr>
        </tfoot>
      </table>
      <p className="border-t border-line px-3 py-2.5 text-xs text-ink-3">
        <RestText totals={totals} summary={summary} /> {m.campaigns_roas()}
      </p>
    </section>
  )
}

interface StepsProps extends Omit<ComponentProps<typeof CampaignTableRow>, 'row'> {
  readonly rows: readonly ShownRow[]
}

function Steps({ rows, ...props }: StepsProps) {
  const { numbers } = useDisplay()
  const [limit, setLimit] = useState(stepRows)
  const left = rows.length - limit
  return (
    <>
      <tbody>
        {rows.slice(0, limit).map((row) => (
          <CampaignTableRow key={row.id} row={row} {...props} />
        ))}
      </tbody>
      {left > 0 && (
        <tbody>
          <tr className="border-t border-line">
            <td colSpan={7} className="px-3 py-3">
              <span className="tabular mr-4 text-ink-3">
                {m.campaigns_shown({ shown: numbers.count(limit), all: numbers.count(rows.length) })}
              </span>
              <Button onClick={() => setLimit(limit + stepRows)}>
                {m.campaigns_more({ n: numbers.count(Math.min(stepRows, left)) })}
              </Button>
            </td>
          </tr>
        </tbody>
      )}
    </>
  )
}

function RestText({ totals, summary }: Pick<CampaignTableProps, 'totals' | 'summary'>) {
  const { numbers } = useDisplay()
  const rest = campaignRest(totals, summary.data)
  if (rest.kind === 'unknown') return summary.isPending ? null : m.campaigns_rest_unknown()
  const all = numbers.count(summary.data?.totalLeads)
  if (rest.kind === 'none') return m.campaigns_rest_none({ all })
  if (rest.kind === 'apart') return m.campaigns_rest_apart()
  return m.campaigns_rest({ leads: numbers.count(rest.leads), won: numbers.count(rest.won), all })
}

import { Link } from 'react-router'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { type CampaignRow, campaignRows } from '#parts/figures/campaign-rows.ts'
import { knownText } from '#parts/figures/range-text.ts'
import { useCampaigns } from '#queries/campaigns.ts'
import type { Period } from '#queries/period.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import { pageOf } from './page-of.ts'

const shownRows = 5

/** The campaigns of most value. */
export function CampaignsCard({ query, period }: { readonly query: PeriodQuery | null; readonly period: Period }) {
  const campaigns = useCampaigns(query)
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-x-1">
          {m.overview_top_campaigns()}
          <span className="text-xs font-normal text-ink-3">
            {m.overview_by_value()} · {m.overview_visits_included()}
          </span>
          <Explain
            name={m.overview_top_campaigns()}
            formula={m.overview_campaigns_formula()}
            endpoints={[agentEndpoints.campaigns]}
            query={query}
            asOf={campaigns.asOf}
            leftOut={m.overview_campaigns_out()}
          />
        </span>
      }
      aside={
        <Link
          to={pageOf('/campaigns', period)}
          className="font-medium text-accent hover:underline pointer-coarse:inline-block pointer-coarse:py-3.5 print:hidden"
        >
          {m.overview_all_campaigns()}
        </Link>
      }
    >
      <AsyncView
        view={campaigns}
        pending={<Skeleton lines={6} className="h-40 overflow-hidden" />}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className="py-2 text-ink-2">{m.campaigns_empty()}</p>}
      >
        {(answer) => (
          <table className="w-full">
            <thead className="sr-only">
              <tr>
                <th scope="col">{m.campaigns_name()}</th>
                <th scope="col">{m.campaigns_won()}</th>
                <th scope="col">{m.campaigns_value()}</th>
              </tr>
            </thead>
            <tbody>
              {campaignRows(answer)
                .slice(0, shownRows)
                .map((row) => (
                  <CampaignLine key={row.id} row={row} />
                ))}
            </tbody>
          </table>
        )}
      </AsyncView>
    </Card>
  )
}

function CampaignLine({ row }: { readonly row: CampaignRow }) {
  const { numbers } = useDisplay()
  return (
    <tr className="h-8">
      <th scope="row" className="pr-3 text-left font-medium">
        {row.name === '' ? m.campaigns_unnamed() : row.name}{' '}
        <span className="font-normal text-ink-3">{platformWord(row.platform)}</span>
      </th>
      <td className="tabular px-2 text-right whitespace-nowrap text-ink-2">
        {m.campaigns_won_of({
          won: knownText(numbers.count(row.won)),
          leads: knownText(numbers.count(row.leads)),
        })}
      </td>
      <td className="tabular pl-2 text-right whitespace-nowrap" title={numbers.money(row.value)}>
        {knownText(numbers.moneyShort(row.value))}
      </td>
    </tr>
  )
}

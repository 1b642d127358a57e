import { useDisplay } from '#parts/display.tsx'
import { type CampaignRow, campaignVerdict } from '#parts/figures/campaign-rows.ts'
import * as m from '#words/m.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'
import { nameOf } from '../rows/row-words.ts'

const words = {
  campaign: {
    tooFew: m.campaigns_too_few,
    same: m.campaigns_same,
    aheadAll: m.campaigns_ahead_all,
    aheadSome: m.campaigns_ahead_some,
  },
  platform: {
    tooFew: m.campaigns_too_few_platforms,
    same: m.campaigns_same_platforms,
    aheadAll: m.campaigns_ahead_all_platforms,
    aheadSome: m.campaigns_ahead_some_platforms,
  },
} as const

/** What the ranges of all rows allow to say. */
export function VerdictLine({ rows, by }: { readonly rows: readonly CampaignRow[]; readonly by: CampaignGroup }) {
  const { numbers } = useDisplay()
  const say = words[by]
  const verdict = campaignVerdict(rows)
  if (verdict.kind === 'too-few') return <Claim claim={say.tooFew()} />
  if (verdict.kind === 'same') return <Claim claim={say.same()} why={m.campaigns_same_why()} />
  const name = nameOf(verdict.row, by)
  if (verdict.behind === verdict.others) return <Claim claim={say.aheadAll({ name })} why={m.campaigns_ahead_why()} />
  const counts = { behind: numbers.count(verdict.behind), others: numbers.count(verdict.others) }
  return <Claim claim={say.aheadSome({ name, ...counts })} why={m.campaigns_ahead_rest()} />
}

/** A claim with what it rests on; rates of the API always count visits. */
export function Claim({ claim, why }: { readonly claim: string; readonly why?: string }) {
  return (
    <>
      {claim}{' '}
      <span className="ml-1 text-xs font-normal text-ink-3">
        {why !== undefined && `${why} · `}
        {m.campaigns_visits()}
      </span>
    </>
  )
}

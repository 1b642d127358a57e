import { PageLink } from '#parts/access/page-link.tsx'
import { useDisplay } from '#parts/display.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import { leadsLink } from '#parts/filter/leads-link.ts'
import type { Period } from '#queries/period.ts'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'
import type { ShownRow } from '../rows/campaign-groups.ts'
import { wonOf } from '../rows/campaign-hint.ts'
import { linkedPlatform, nameOf } from '../rows/row-words.ts'
import { CampaignFigures } from './campaign-figures.tsx'

interface CampaignTableRowProps {
  readonly row: ShownRow
  readonly by: CampaignGroup
  readonly period: Period
  readonly compares: boolean
}

/** One row of the table. Only the platform is a link: the API cannot filter leads by their campaign. */
export function CampaignTableRow({ row, by, period, compares }: CampaignTableRowProps) {
  const { numbers } = useDisplay()
  const platform = <PlatformName row={row} period={period} />
  return (
    <tr className="h-10 border-t border-line">
      <th scope="row" className="px-3 py-1.5 max-md:break-normal md:min-w-32 text-left font-medium">
        {by === 'campaign' ? (
          <span className="max-md:line-clamp-3" title={row.name}>
            {nameOf(row, by)}
          </span>
        ) : (
          platform
        )}
        <span className="tabular block text-xs font-normal text-ink-3 md:hidden">
          {by === 'campaign' && row.platform !== '' && <>{platform} · </>}
          {wonOf(row, numbers)}
        </span>
      </th>
      {by === 'campaign' && <td className="px-3 whitespace-nowrap text-ink-2 max-md:hidden">{platform}</td>}
      <CampaignFigures figures={row} before={compares ? row.before : undefined} hasRange />
    </tr>
  )
}

function PlatformName({ row, period }: Pick<CampaignTableRowProps, 'row' | 'period'>) {
  const word = platformWord(row.platform)
  const platform = linkedPlatform(row)
  if (platform === undefined) return knownText(word)
  return (
    <PageLink
      to={leadsLink(period, { platform })}
      title={m.campaigns_hint_open({ platform: word })}
      className="inline-flex min-h-6 items-center hover:underline pointer-coarse:min-h-11"
    >
      {word}
    </PageLink>
  )
}

import type { CampaignRow } from '#parts/figures/campaign-rows.ts'
import { knownText, percentRange } from '#parts/figures/range-text.ts'
import type { Hint } from '#ui/charts/tip.tsx'
import * as m from '#words/m.ts'
import type { NumberFormat } from '#words/number-format.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'
import type { ShownRow } from './campaign-groups.ts'
import { linkedPlatform, nameOf } from './row-words.ts'

/** "11 of 132"; what is not known is a dash. */
export function wonOf(row: Pick<CampaignRow, 'won' | 'leads'>, numbers: NumberFormat): string {
  return m.campaigns_won_of(wonAndLeads(row, numbers))
}

export function wonAndLeads({ won, leads }: Pick<CampaignRow, 'won' | 'leads'>, numbers: NumberFormat) {
  return { won: knownText(numbers.count(won)), leads: knownText(numbers.count(leads)) }
}

/** All that is known of a row, for the tip over its mark, and where the mark leads: nowhere for who may not see leads. */
export function campaignHint(row: ShownRow, by: CampaignGroup, numbers: NumberFormat, isLink = true): Hint {
  const platform = platformWord(row.platform)
  return {
    title: nameOf(row, by),
    lines: [
      ...(by === 'campaign' && platform !== '' ? [platform] : []),
      m.campaigns_hint_won(wonAndLeads(row, numbers)),
      ...(row.range === null
        ? []
        : [
            m.campaigns_hint_rate({
              rate: numbers.percent(row.range.rate),
              range: percentRange(row.range, numbers, 1),
            }),
          ]),
      m.campaigns_hint_value({ value: knownText(numbers.money(row.value)) }),
      ...(row.before === null
        ? []
        : [
            m.campaigns_hint_before({
              ...wonAndLeads(row.before, numbers),
              rate: knownText(numbers.percent(row.before.range?.rate)),
              value: knownText(numbers.money(row.before.value)),
            }),
          ]),
      ...(linkedPlatform(row) === undefined || !isLink ? [] : [m.campaigns_hint_open({ platform })]),
    ],
  }
}

import { type AdPlatform, adPlatforms } from '#contract/vocabularies.ts'
import type { CampaignRow } from '#parts/figures/campaign-rows.ts'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'

/** What a row is called on the screen, by what its rows are. */
export function nameOf(row: CampaignRow, by: CampaignGroup): string {
  return bareName(row, by) || (by === 'campaign' ? m.campaigns_unnamed() : m.campaigns_no_platform())
}

/** The same, '' where there is none: it is ordered last. */
export function bareName(row: CampaignRow, by: CampaignGroup): string {
  return by === 'campaign' ? row.name : platformWord(row.platform)
}

/** The platform, where leads can be filtered by it. */
export function linkedPlatform(row: CampaignRow): AdPlatform | undefined {
  return adPlatforms.find((platform) => platform === row.platform)
}

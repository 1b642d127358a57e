import * as m from '#words/m.ts'
import type { CampaignGroup, CampaignSort } from '../campaigns-view-codec.ts'

interface Column {
  readonly sort: CampaignSort
  readonly word: () => string
  /** Under the word. */
  readonly note?: () => string
  readonly isNumber: boolean
  /** Where the column has no room. */
  readonly className: string
}

const columns: readonly Column[] = [
  { sort: 'name', word: m.campaigns_name, isNumber: false, className: '' },
  { sort: 'platform', word: m.campaigns_platform, isNumber: false, className: 'max-md:hidden' },
  { sort: 'leads', word: m.campaigns_leads, isNumber: true, className: 'max-md:hidden' },
  { sort: 'won', word: m.campaigns_won, isNumber: true, className: 'max-md:hidden' },
  { sort: 'rate', word: m.campaigns_rate, note: m.campaigns_rate_note, isNumber: true, className: 'max-md:w-24' },
  { sort: 'value', word: m.campaigns_value, isNumber: true, className: 'max-md:w-24' },
  { sort: 'perlead', word: m.campaigns_value_per_lead, isNumber: true, className: 'max-lg:hidden print:table-cell' },
]

/** The columns in their order. By platform the first one is the platform. */
export function campaignColumns(by: CampaignGroup): readonly Column[] {
  if (by === 'campaign') return columns
  return columns.flatMap((column) => {
    if (column.sort === 'platform') return []
    return column.sort === 'name' ? [{ ...column, word: m.campaigns_platform }] : [column]
  })
}

/** By platform both names of the first column mean the same. */
export function shownSort(sort: CampaignSort, by: CampaignGroup): CampaignSort {
  return by === 'platform' && sort === 'platform' ? 'name' : sort
}

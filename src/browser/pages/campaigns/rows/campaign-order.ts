import type { Known } from '#parts/figures/known-sum.ts'
import type { CampaignSort, Order } from '../campaigns-view-codec.ts'
import type { ShownRow } from './campaign-groups.ts'

/** The words that rows are ordered by, as they are read on the screen; '' where nothing is known. */
export interface RowWords {
  readonly locale: string
  readonly nameOf: (row: ShownRow) => string
  readonly platformOf: (row: ShownRow) => string
}

const figures: Readonly<Record<Exclude<CampaignSort, 'name' | 'platform'>, (row: ShownRow) => Known>> = {
  leads: (row) => row.leads,
  won: (row) => row.won,
  rate: (row) => row.range?.rate ?? null,
  value: (row) => row.value,
  perlead: (row) => row.valuePerLead,
}

/** The rows by one column, both ways. What is not known comes last either way; equals go by their name. */
export function orderRows(
  rows: readonly ShownRow[],
  sort: CampaignSort,
  order: Order,
  { locale, nameOf, platformOf }: RowWords,
): readonly ShownRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const isText = sort === 'name' || sort === 'platform'
  const textOf = sort === 'platform' ? platformOf : nameOf
  // Each key is made once: a comparison is made many times a row.
  const keyed = rows.map((row) => {
    const text = isText ? textOf(row) : ''
    return { row, text, figure: isText ? (text === '' ? null : 0) : figures[sort](row), name: nameOf(row) }
  })
  const sign = order === 'asc' ? 1 : -1
  keyed.sort((a, b) => {
    if (a.figure === null || b.figure === null) {
      return Number(a.figure === null) - Number(b.figure === null) || compare(a.name, b.name)
    }
    return sign * (a.figure - b.figure || compare(a.text, b.text)) || compare(a.name, b.name)
  })
  return keyed.map(({ row }) => row)
}

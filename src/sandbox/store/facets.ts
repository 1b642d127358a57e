/**
 * The counted dimensions of a lead, by the name the API gives them, with their column.
 * Every set of at most two is a facet with counts by day; more at once are in `lead_cell_counts`.
 */
export const dimensionColumns = {
  status: 'status',
  priority: 'priority',
  source: 'source',
  adPlatform: 'ad_platform',
  assignedTo: 'assigned_to',
} as const
export type Dimension = keyof typeof dimensionColumns
export const dimensions = Object.keys(dimensionColumns) as readonly Dimension[]

/** Joins the values of a facet, and the dimensions of its name. Stands in no vocabulary and no UUID. */
export const facetSeparator = '|'

export interface Facet {
  readonly name: string
  readonly columns: readonly string[]
  /** SQL over the lead's alias `l`: the columns' values joined; null for a lead that this facet does not count. */
  readonly valueSql: string
}

export const facets: readonly Facet[] = [
  facet('', []),
  ...dimensions.map((dimension) => facet(dimension, [dimensionColumns[dimension]])),
  ...dimensions.flatMap((first, index) =>
    dimensions
      .slice(index + 1)
      .map((second) => facet(first + facetSeparator + second, [dimensionColumns[first], dimensionColumns[second]])),
  ),
  // Facets of the analytics beside those of the lists.
  facet('sync', ['sync_state']),
  facet('sync|adPlatform', ['sync_state', 'ad_platform']),
  facet('adPlatform|campaign', ['ad_platform', 'campaign']),
]

function facet(name: string, columns: readonly string[]): Facet {
  // A lead without a campaign is no campaign's; without any other value it counts under the empty text.
  const values = columns.map((column) => (column === 'campaign' ? 'l.campaign' : `coalesce(l.${column}, '')`))
  return { name, columns, valueSql: values.join(` || '${facetSeparator}' || `) || "''" }
}

const byName = new Map(facets.map((facet) => [facet.name, facet]))

/** Throws for a name that is not counted: that is a fault in this program. */
export function facetNamed(name: string): Facet {
  const facet = byName.get(name)
  if (facet === undefined) throw new Error(`No facet ${name}`)
  return facet
}

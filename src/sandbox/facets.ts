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
  /** SQL over the lead's alias `l`; never null unless the lead is not counted by this facet. */
  readonly valueSql: string
}

/** Facets of the analytics beside those of the lists. A campaign's value is `platform|name`. */
const analyticsFacets: readonly Facet[] = [
  { name: 'sync', valueSql: 'l.sync_state' },
  { name: 'sync|adPlatform', valueSql: valueSql(['sync_state', 'ad_platform']) },
  { name: 'campaign', valueSql: "coalesce(l.ad_platform, '') || '|' || l.campaign" },
]

export const facets: readonly Facet[] = [
  { name: '', valueSql: "''" },
  ...dimensions.map((dimension) => ({ name: dimension, valueSql: valueSql([dimensionColumns[dimension]]) })),
  ...dimensions.flatMap((first, index) =>
    dimensions.slice(index + 1).map((second) => ({
      name: first + facetSeparator + second,
      valueSql: valueSql([dimensionColumns[first], dimensionColumns[second]]),
    })),
  ),
  ...analyticsFacets,
]

const byName = new Map(facets.map((facet) => [facet.name, facet]))

/** Throws for a name that is not counted: that is a fault in this program. */
export function facetNamed(name: string): Facet {
  const facet = byName.get(name)
  if (facet === undefined) throw new Error(`No facet ${name}`)
  return facet
}

function valueSql(columns: readonly string[]): string {
  return columns.map((column) => `coalesce(l.${column}, '')`).join(` || '${facetSeparator}' || `)
}

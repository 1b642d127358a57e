import { createHash } from 'node:crypto'
import { type Dimension, dimensionColumns, dimensions, type Facet, facetSeparator, facets } from './facets.ts'

const facetValues = facets.map((facet) => `('${facet.name}', ${facet.valueSql})`).join(', ')
const cellColumns = [...dimensions.map((dimension) => dimensionColumns[dimension]), 'day'].join(', ')
const cellValues = [
  ...dimensions.map((dimension) => `coalesce(l.${dimensionColumns[dimension]}, '')`),
  'l.created_day',
].join(', ')
const cellOrder = cellColumns
  .split(', ')
  .map((_, index) => index + 1)
  .join(', ')

/** Sums of the counters over `source` (SQL with the lead's columns and `n`, the sign) upserted in key order, so that two writers cannot deadlock. */
function upsertSql(source: string): string {
  return `
  insert into lead_cell_counts as c (${cellColumns}, leads)
  select ${cellValues}, sum(l.n)::int from (${source}) l
  group by ${cellOrder} having sum(l.n) <> 0 order by ${cellOrder}
  on conflict (${cellColumns}) do update set leads = c.leads + excluded.leads;
  insert into lead_day_counts as c (facet, value, day, leads, won, won_value)
  select f.facet, f.value, l.created_day, sum(l.n)::int, sum(l.n * l.won)::int, sum(l.n * l.won_value)
  from (${source}) l cross join lateral (values ${facetValues}) as f (facet, value)
  where f.value is not null
  group by 1, 2, 3
  having sum(l.n) <> 0 or sum(l.n * l.won) <> 0 or sum(l.n * l.won_value) <> 0 order by 1, 2, 3
  on conflict (facet, value, day) do update
  set leads = c.leads + excluded.leads, won = c.won + excluded.won, won_value = c.won_value + excluded.won_value;`
}

function rowsSql(table: string, sign: 1 | -1): string {
  return `select ${sign} as n, status, priority, source, ad_platform, assigned_to, sync_state, campaign, created_day,
    (status = 'won')::int as won, case when status = 'won' then coalesce(actual_value, 0) else 0 end as won_value
    from ${table} where deleted_at is null`
}

function functionSql(name: string, source: string): string {
  return `create or replace function ${name}() returns trigger language plpgsql as $body$ begin${upsertSql(source)}
  return null; end $body$`
}

/** Triggers that keep both count tables exact, in the transaction of the write. */
const counterStatements: readonly string[] = [
  functionSql('count_lead_insert', rowsSql('new_rows', 1)),
  functionSql('count_lead_delete', rowsSql('old_rows', -1)),
  functionSql('count_lead_update', `${rowsSql('old_rows', -1)} union all ${rowsSql('new_rows', 1)}`),
  `create or replace trigger count_insert after insert on leads referencing new table as new_rows
  for each statement execute function count_lead_insert()`,
  `create or replace trigger count_delete after delete on leads referencing old table as old_rows
  for each statement execute function count_lead_delete()`,
  `create or replace trigger count_update after update on leads referencing old table as old_rows new table as new_rows
  for each statement execute function count_lead_update()`,
]

/** Counts every facet of two columns in one pass over the leads, which is several times faster than the triggers' way. */
function countPairsSql(): string {
  const pairs = facets.filter((facet) => facet.columns.length === 2)
  const columns = [...new Set(pairs.flatMap((facet) => facet.columns))]
  // `grouping` has a bit for each of its columns, the last one lowest: set where the column is not grouped by.
  const grouped = (facet: Facet) =>
    columns.reduce((bits, column) => bits * 2 + (facet.columns.includes(column) ? 0 : 1), 0)
  const choose = (result: (facet: Facet) => string) =>
    `case grouping(${columns.join(', ')}) ${pairs.map((facet) => `when ${grouped(facet)} then ${result(facet)}`).join(' ')} end`
  return `insert into lead_day_counts (facet, value, day, leads, won, won_value)
    select * from (
      select ${choose((facet) => `'${facet.name}'`)}, ${choose((facet) => facet.valueSql)} as value, created_day,
        count(*)::int, (count(*) filter (where status = 'won'))::int,
        coalesce(sum(actual_value) filter (where status = 'won'), 0)
      from leads l where deleted_at is null
      group by grouping sets (${pairs.map((facet) => `(${[...facet.columns, 'created_day'].join(', ')})`).join(', ')})
    ) counted where value is not null`
}

/** Sums a facet of fewer columns from one that holds its column at `place` (from 1; 0 for the facet of no column). */
function sumSql(facet: string, from: string, place: number): string {
  const value = place === 0 ? "''" : `split_part(value, '${facetSeparator}', ${place})`
  return `insert into lead_day_counts (facet, value, day, leads, won, won_value)
    select '${facet}', ${value}, day, sum(leads)::int, sum(won)::int, sum(won_value)
    from lead_day_counts where facet = '${from}' group by 2, 3`
}

function pairWith(dimension: Dimension): string {
  const [first, second] = dimensions
  return dimension === first ? `${first}|${second}` : `${first}|${dimension}`
}

/** Counts everything anew, in a transaction: pairs from the leads, the rest from the pairs. */
const rebuildCounterStatements: readonly string[] = [
  // The hash tables of all pairs at once; what does not fit goes through files and takes four times as long.
  "set local work_mem = '64MB'",
  'delete from lead_cell_counts',
  'delete from lead_day_counts',
  `insert into lead_cell_counts (${cellColumns}, leads)
  select ${cellValues}, count(*)::int from leads l where deleted_at is null group by ${cellOrder}`,
  countPairsSql(),
  ...dimensions.map((dimension, index) => sumSql(dimension, pairWith(dimension), index === 0 ? 1 : 2)),
  sumSql('sync', 'sync|adPlatform', 1),
  sumSql('', 'status', 0),
]

/** Puts the triggers in place and counts everything, in a transaction; after the first load, and where either has changed. */
export const renewCounterStatements: readonly string[] = [...counterStatements, ...rebuildCounterStatements]

/** Changes whenever the statements do, so that nobody has to think of a number. */
export const countersVersion = createHash('sha256').update(renewCounterStatements.join(';')).digest('hex').slice(0, 16)

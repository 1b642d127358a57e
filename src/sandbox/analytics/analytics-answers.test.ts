import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adPlatforms, leadStatuses, timeframes } from '#contract/vocabularies.ts'
import { facets } from '../store/facets.ts'
import { openTestWorkspace, type TestWorkspace, testNow } from '../test-workspace.ts'
import { percentages } from './analytics-answers.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace({ leads: 120, seed: 7 })
})
afterAll(() => workspace.sandbox.close())

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** The three answers about one period. */
async function figures(query: string, asked = workspace) {
  const [summary, funnel, sync, campaigns] = await Promise.all(
    ['analytics/summary', 'analytics/funnel', 'conversions/status', 'analytics/campaigns'].map(
      async (path) => (await asked.call(`${path}?${query}`)).body.data,
    ),
  )
  const counts = new Map<string, number>(
    funnel.map((entry: { status: string; count: number }) => [entry.status, entry.count]),
  )
  return { summary, funnel, sync, campaigns, counts }
}

async function expectIdentities(query: string, asked = workspace) {
  const { summary, funnel, sync, campaigns, counts } = await figures(query, asked)
  expect(sum([...counts.values()])).toBe(summary.totalLeads)
  expect(sum(Object.values(sync))).toBe(summary.totalLeads)
  expect(counts.get('new') ?? 0).toBe(summary.newLeads)
  expect(counts.get('contacted') ?? 0).toBe(summary.contactedLeads)
  expect(counts.get('won') ?? 0).toBe(summary.totalConversions)
  expect([...counts.values()]).not.toContain(0)
  const shares = funnel.map((entry: { percentage: number }) => Math.round(entry.percentage * 100))
  expect(sum(shares)).toBe(summary.totalLeads === 0 ? 0 : 10_000)
  for (const { percentage } of funnel) expect(String(percentage)).toMatch(/^\d+(\.\d\d?)?$/)
  expect(sum(campaigns.map((row: { leads: number }) => row.leads))).toBeLessThanOrEqual(summary.totalLeads)
  return summary
}

it.each(timeframes)('keeps the identities of the specification in %s', async (timeframe) => {
  expect((await expectIdentities(`timeframe=${timeframe}`)).timeframe).toBe(timeframe)
})

/** Every row of both count tables is what a plain count finds, and none is missing. */
async function expectExactCounters() {
  const values = facets.map((facet) => `('${facet.name}', ${facet.valueSql})`).join(', ')
  const cells = ['status', 'ad_platform', 'source', 'priority', 'assigned_to'].map((name) => `coalesce(${name}, '')`)
  const differing = await workspace.rows(
    `with plain as (
      select f.facet, f.value, created_day as day, count(*)::int as leads, (count(*) filter (where status = 'won'))::int as won,
        coalesce(sum(actual_value) filter (where status = 'won'), 0) as won_value
      from leads l cross join lateral (values ${values}) as f (facet, value)
      where deleted_at is null and f.value is not null group by 1, 2, 3
    ), counted as (
      select facet, value, day, leads, won, won_value from lead_day_counts where leads <> 0 or won <> 0 or won_value <> 0
    ), plain_cells as (
      select ${cells.join(', ')}, created_day, count(*)::int from leads where deleted_at is null group by 1, 2, 3, 4, 5, 6
    ), counted_cells as (
      select status, ad_platform, source, priority, assigned_to, day, leads from lead_cell_counts where leads <> 0
    )
    (select to_jsonb(d) as row from (select * from plain except select * from counted) d)
    union all (select to_jsonb(d) from (select * from counted except select * from plain) d)
    union all (select to_jsonb(d) from (select * from plain_cells except select * from counted_cells) d)
    union all (select to_jsonb(d) from (select * from counted_cells except select * from plain_cells) d)`,
  )
  expect(differing).toEqual([])
}

it('counts the same as SQL after any writes, in any period', async () => {
  const write = fc.record(
    {
      status: fc.constantFrom(...leadStatuses),
      adPlatform: fc.option(fc.constantFrom(...adPlatforms)),
      actualValue: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      priority: fc.constant('low'),
    },
    { requiredKeys: [] },
  )
  const step = fc.record({
    at: fc.nat(),
    change: write,
    kind: fc.constantFrom('create', 'update', 'update', 'delete', 'deliver', 'arrive'),
  })
  const bound = fc.integer({ min: 0, max: 120 * 24 }).map((hours) => testNow - hours * 3_600_000)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), bound, bound, async (steps, one, other) => {
      for (const { at, change, kind } of steps) {
        const ids = await workspace.rows('select id from leads where deleted_at is null order by id')
        const id = String(ids[at % ids.length]?.id)
        if (kind === 'create') await workspace.send('POST', 'leads', { firstName: 'New', ...change })
        else if (kind === 'update') await workspace.send('PATCH', `leads/${id}`, change)
        else if (kind === 'delete') await workspace.control('delete', { leadId: id })
        else if (kind === 'deliver') await workspace.control('deliver', {})
        else await workspace.control('arrivals', { leads: 3 })
      }
      const [from, to] = [Math.min(one, other), Math.max(one, other)].map((time) => new Date(time).toISOString())
      const summary = await expectIdentities(`from=${from}&to=${to}`)
      const [plain] = await workspace.rows(
        `select count(*)::int as leads, coalesce(sum(actual_value) filter (where status = 'won'), 0)::float8 as value
          from leads where deleted_at is null and created_at >= $1::timestamptz and created_at < $2::timestamptz`,
        [from, to],
      )
      expect([summary.totalLeads, summary.totalConversionValue]).toEqual([plain?.leads, plain?.value])
      expect(summary).toMatchObject({ timeframe: 'custom', period: { from, to } })
      await expectExactCounters()
      const [whole] = await workspace.rows(
        'select count(*)::int as leads, min(created_at) as first from leads where deleted_at is null',
      )
      const all = await expectIdentities('timeframe=all_time')
      expect(all.totalLeads).toBe(whole?.leads)
      expect(all.period.from).toBe(whole?.first)
    }),
    { numRuns: 12 },
  )
})

it('names the campaign with its platform, and filters the sync counts by platform', async () => {
  const rows = await workspace.rows(
    `select campaign, ad_platform, count(*)::int as leads, count(*) filter (where status = 'won')::int as won
      from leads where deleted_at is null and campaign is not null group by 1, 2`,
  )
  const { campaigns } = await figures('timeframe=all_time')
  const shown = campaigns.map((row: Record<string, unknown>) => [
    row.campaignName,
    row.adPlatform,
    row.leads,
    row.conversions,
  ])
  expect(new Set(shown.map(String))).toEqual(
    new Set(rows.map((row) => [row.campaign, row.ad_platform, row.leads, row.won].join())),
  )
  const sync = (await workspace.call('conversions/status?timeframe=all_time&platform=meta')).body.data
  const meta = await workspace.call('leads?adPlatform=meta')
  expect(sum(Object.values(sync))).toBe(meta.body.pagination.total)
})

it('gives the shares of the specification, which sum to 100', () => {
  expect(percentages([42, 38, 25, 20, 12, 19])).toEqual([26.92, 24.36, 16.03, 12.82, 7.69, 12.18])
  expect(percentages([1, 1, 1])).toEqual([33.34, 33.33, 33.33])
  expect(percentages([0])).toEqual([0])
})

describe('in any workspace, whatever its zone does to the clock', () => {
  const proving = process.env.PROVE === '1'
  // Half an hour is skipped on 4 October 2026, an hour comes twice on 25 October, an hour is skipped on 6 September.
  const zones = ['Australia/Lord_Howe', 'Europe/Berlin', 'America/Santiago']
  const seeds = proving ? [1, 2] : [11]
  const workspaces = (proving ? zones : zones.slice(0, 1)).flatMap((zone) => seeds.map((seed) => ({ zone, seed })))

  it.each(workspaces)('whole days of $zone are counted once (sample $seed)', async ({ zone, seed }) => {
    const now = Date.parse('2026-11-02T11:00:00Z')
    const asked = await openTestWorkspace({ leads: 250, now, zone, seed })
    const day = fc
      .integer({ min: 0, max: 70 })
      .map((days) => new Date(now - days * 86_400_000).toISOString().slice(0, 10))
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(day, { minLength: 3, maxLength: 3 }), async (days) => {
          const [from = '', middle = '', to = ''] = days.sort()
          const whole = await expectIdentities(`from=${from}&to=${to}`, asked)
          const [plain] = await asked.rows(
            `select count(*)::int as leads from leads where deleted_at is null
              and created_at >= $1::date::timestamp at time zone $3 and created_at < $2::date::timestamp at time zone $3`,
            [from, to, zone],
          )
          expect(whole.totalLeads).toBe(plain?.leads)
          const list = await asked.call(`leads?limit=1&createdFrom=${from}&createdTo=${to}`)
          expect(list.body.pagination.total).toBe(whole.totalLeads)
          const parts = [
            await expectIdentities(`from=${from}&to=${middle}`, asked),
            await expectIdentities(`from=${middle}&to=${to}`, asked),
          ]
          expect(sum(parts.map((part) => part.totalLeads))).toBe(whole.totalLeads)
        }),
        { numRuns: proving ? 100 : 12 },
      )
    } finally {
      await asked.sandbox.close()
    }
  })
})

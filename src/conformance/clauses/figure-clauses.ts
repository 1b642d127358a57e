import { adPlatforms, leadStatuses, timeframes } from '#contract/vocabularies.ts'
import { type Clause, demand, demandEqual, documented, need, pinned } from '../clause.ts'
import { missingFields } from '../missing-fields.ts'
import { sum } from './sum.ts'

const figures = ['summary', 'funnel', 'campaigns', 'syncStatus'] as const
const all = { query: { timeframe: 'all_time' } }

/** Each about one answer; `agreement-clauses.ts` compares answers. */
export const figureClauses: readonly Clause[] = [
  ...figures.map((name) =>
    documented(`${name} answers every documented field`, async (api) => {
      const { body } = await api.good(name, all)
      demandEqual([...new Set(missingFields(name, body))], [], 'fields are missing')
    }),
  ),

  documented('each timeframe is answered by its name, and ends after it begins', async (api) => {
    for (const timeframe of timeframes) {
      const { timeframe: named, period } = await api.data('summary', { query: { timeframe } })
      demandEqual(named, timeframe, 'timeframe')
      const [from, to] = [Date.parse(period?.from ?? ''), Date.parse(period?.to ?? '')]
      demand(from <= to, `${timeframe} is no period`)
    }
  }),

  documented('the last 30 days are meant unless asked otherwise', async (api) => {
    demandEqual((await api.data('summary')).timeframe, 'last_30_days', 'timeframe')
  }),

  pinned('timeframes follow the zone of the workspace; weeks begin on Monday', async (api) => {
    const zone = need((await api.data('workspace')).timezone, 'the workspace tells no zone')
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    for (const [timeframe, expected] of [
      ['today', /00:00$/],
      ['current_week', /^Mon.*00:00$/],
      ['current_month', /\b1\b.*00:00$/],
    ] as const) {
      const { period } = await api.data('summary', { query: { timeframe } })
      const begins = local.format(new Date(period?.from ?? ''))
      demand(expected.test(begins), `${timeframe} begins at ${begins}`)
    }
    const { period } = await api.data('summary', { query: { timeframe: 'last_7_days' } })
    const days = (Date.parse(period?.to ?? '') - Date.parse(period?.from ?? '')) / 86_400_000
    demand(Math.abs(days - 7) <= 1 / 24, `last_7_days has ${days} days`)
  }),

  documented('what is no timeframe, no date or no platform is refused at its parameter', async (api) => {
    for (const name of figures) await api.refused(name, { query: { timeframe: 'ever' } }, 'timeframe')
    for (const field of ['from', 'to']) await api.refused('summary', { query: { [field]: 'yesterday' } }, field)
    await api.refused('syncStatus', { query: { platform: 'bing' } }, 'platform')
  }),

  pinned('a period that ends before it begins is refused', async (api) => {
    for (const name of figures) await api.refused(name, { query: { from: '2026-01-02', to: '2026-01-01' } }, 'from')
  }),

  documented('funnel shares are per cent of all leads, with two decimals, and sum to 100', async (api) => {
    const funnel = await api.data('funnel', all)
    const total = sum(funnel.map((entry) => entry.count))
    need(total > 0 ? total : null, 'there is no lead')
    for (const { status, count, percentage } of funnel) {
      const share = percentage ?? Number.NaN
      demand(Math.abs(share - ((count ?? 0) * 100) / total) <= 0.0101, `the share of ${status} is ${share}`)
      demand(/^\d+(\.\d\d?)?$/.test(String(share)), `the share of ${status} has more than two decimals`)
    }
    const shares = sum(funnel.map((entry) => entry.percentage))
    demand(Math.abs(shares - 100) < 0.06, `they sum to ${shares}`)
  }),

  documented('the funnel has each status once', async (api) => {
    const named = (await api.data('funnel', all)).map((entry) => entry.status)
    demand(new Set(named).size === named.length, 'one comes twice')
    for (const status of named) demand((leadStatuses as readonly string[]).includes(status), `${status} is no status`)
  }),

  pinned('the funnel leaves out statuses without leads', async (api) => {
    for (const { status, count } of await api.data('funnel', all)) demand(count !== 0, `${status} has none`)
  }),

  documented('campaigns name each campaign and platform once, with no more conversions than leads', async (api) => {
    const rows = await api.data('campaigns', all)
    const names = rows.map((row) => `${row.adPlatform} ${row.campaignName}`)
    demand(new Set(names).size === names.length, 'one comes twice')
    for (const row of rows) {
      demand((row.conversions ?? 0) <= (row.leads ?? 0), 'one has more conversions than leads')
      demand((row.conversionValue ?? 0) >= 0, 'one has a negative value')
      const isKnown = row.adPlatform == null || (adPlatforms as readonly string[]).includes(row.adPlatform)
      demand(isKnown, `${row.adPlatform} is no platform`)
    }
  }),
]

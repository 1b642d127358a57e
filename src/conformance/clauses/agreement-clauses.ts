import { adPlatforms, unsentStates } from '#contract/vocabularies.ts'
import type { Api } from '../api.ts'
import { type Clause, demand, demandEqual, documented, need, pinned } from '../clause.ts'
import { sum } from './sum.ts'

/** An instant of the tenth lead and one before it, so that a period holds some leads. */
async function somePeriod(api: Api): Promise<{ from: string; middle: string; to: string }> {
  const { rows } = await api.leads({ limit: 20 })
  const at = (index: number) => need(rows[index]?.createdAt, 'there are fewer than twelve leads')
  return { from: at(11), middle: at(6), to: at(1) }
}

/** Answers that must agree with each other, as the specification's own examples do. */
export const agreementClauses: readonly Clause[] = [
  ...(['all_time', 'last_7_days', 'last_30_days'] as const).map((timeframe) =>
    documented(`summary, funnel and sync states count the same leads in ${timeframe}`, async (api) => {
      const [summary, funnel, sync] = [
        await api.data('summary', { query: { timeframe } }),
        await api.data('funnel', { query: { timeframe } }),
        await api.data('syncStatus', { query: { timeframe } }),
      ]
      const counted = (status: string) => funnel.find((entry) => entry.status === status)?.count ?? 0
      demandEqual(sum(funnel.map((entry) => entry.count)), summary.totalLeads, 'funnel and totalLeads')
      demandEqual(sum(Object.values(sync)), summary.totalLeads, 'sync states and totalLeads')
      demandEqual(counted('new'), summary.newLeads, 'new and newLeads')
      demandEqual(counted('contacted'), summary.contactedLeads, 'contacted and contactedLeads')
      demandEqual(counted('won'), summary.totalConversions, 'won and totalConversions')
    }),
  ),

  pinned('the summary of all time counts the leads of the list', async (api) => {
    const [summary, list] = [
      await api.data('summary', { query: { timeframe: 'all_time' } }),
      await api.leads({ limit: 1 }),
    ]
    demandEqual(summary.totalLeads, list.pagination.total, 'totalLeads')
  }),

  documented('from and to override the timeframe', async (api) => {
    const { from, to } = await somePeriod(api)
    const [plain, both] = [
      await api.data('summary', { query: { from, to } }),
      await api.data('summary', { query: { from, to, timeframe: 'all_time' } }),
    ]
    demandEqual(both.totalLeads, plain.totalLeads, 'totalLeads')
  }),

  pinned('from is inclusive, to exclusive: a period counts what the list shows in it', async (api) => {
    const { from, to } = await somePeriod(api)
    const query = { from, to }
    const listed = (await api.leads({ limit: 1, createdFrom: from, createdTo: to })).pagination.total
    const [summary, funnel] = [await api.data('summary', { query }), await api.data('funnel', { query })]
    demandEqual(summary.totalLeads, listed, 'totalLeads')
    demandEqual(sum(funnel.map((entry) => entry.count)), listed, 'the funnel')
    demandEqual(sum(Object.values(await api.data('syncStatus', { query }))), listed, 'the sync states')
    demandEqual([summary.timeframe, summary.period], ['custom', query], 'timeframe and period')
  }),

  pinned('neighbouring periods share no lead and lose none', async (api) => {
    const { from, middle, to } = await somePeriod(api)
    const totals: number[] = []
    for (const query of [
      { from, to },
      { from, to: middle },
      { from: middle, to },
    ]) {
      totals.push((await api.data('summary', { query })).totalLeads ?? 0)
    }
    demandEqual(sum(totals.slice(1)), totals[0], 'the two parts')
  }),

  pinned('totalConversionValue is the sum of actualValue of the won leads', async (api) => {
    const { rows } = await api.leads({ limit: 100, status: 'won' })
    const newest = need(rows[0]?.createdAt, 'nothing is won yet')
    const oldest = Date.parse(rows.at(-1)?.createdAt ?? newest)
    // The last row may share its moment with one on the next page.
    const from = new Date(oldest + 1).toISOString()
    const value = sum(rows.map((row) => (Date.parse(row.createdAt ?? '') > oldest ? row.actualValue : 0)))
    const { totalConversionValue } = await api.data('summary', { query: { from } })
    demand(Math.abs((totalConversionValue ?? 0) - value) < 0.01, `it is ${totalConversionValue} instead of ${value}`)
  }),

  pinned('campaigns have no more leads and no more value than the summary', async (api) => {
    const query = { timeframe: 'all_time' }
    const [rows, summary] = [await api.data('campaigns', { query }), await api.data('summary', { query })]
    demand(sum(rows.map((row) => row.leads)) <= (summary.totalLeads ?? 0), 'they have more leads')
    const value = sum(rows.map((row) => row.conversionValue))
    demand(value <= (summary.totalConversionValue ?? 0) + 0.01, 'they have more value')
  }),

  documented('platform filters the sync states', async (api) => {
    const query = { timeframe: 'all_time' }
    const whole = sum(Object.values(await api.data('syncStatus', { query })))
    let parts = 0
    for (const platform of adPlatforms) {
      const states = await api.data('syncStatus', { query: { ...query, platform } })
      const listed = (await api.leads({ limit: 1, adPlatform: platform })).pagination.total
      demandEqual(sum(Object.values(states)), listed, `leads of ${platform}`)
      parts += listed
    }
    demand(parts <= whole, 'the platforms have more leads than there are')
  }),

  documented('Pending Conversions lists leads whose event waits or did not arrive everywhere', async (api) => {
    for (const { conversionSyncStatus: state } of await api.data('unsentConversions')) {
      demand((unsentStates as readonly unknown[]).includes(state), `one is ${state}`)
    }
  }),

  pinned('it lists them all, of any time', async (api) => {
    const [rows, states] = [
      await api.data('unsentConversions'),
      await api.data('syncStatus', { query: { timeframe: 'all_time' } }),
    ]
    for (const state of unsentStates) {
      const listed = rows.filter((row) => row.conversionSyncStatus === state).length
      demandEqual(listed, states[state], state)
    }
  }),
]

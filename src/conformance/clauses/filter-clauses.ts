import { parseAbsolute, toCalendarDate, toZoned } from '@internationalized/date'
import type { Lead } from '#contract/lead.ts'
import { leadStatuses } from '#contract/vocabularies.ts'
import type { Api, LeadPage } from '../api.ts'
import { type Clause, demand, demandEqual, documented, need, pinned } from '../clause.ts'

const vocabularies = ['status', 'priority', 'source', 'adPlatform'] as const

async function createdAt(api: Api): Promise<number> {
  const { rows } = await api.leads({ limit: 20 })
  return Date.parse(need(rows[10]?.createdAt, 'there are fewer than eleven leads'))
}

const iso = (ms: number) => new Date(ms).toISOString()

function demandHit(page: LeadPage, sought: Lead, all: number, what: string): void {
  demand(page.pagination.total < all || all <= 1, `a search by ${what} leaves nobody out`)
  const isThere = page.rows.some((row) => row.id === sought.id)
  demand(isThere || page.pagination.total > page.rows.length, `a search by ${what} does not find its lead`)
}

export const filterClauses: readonly Clause[] = [
  ...[...vocabularies, 'assignedTo' as const].map((field) =>
    documented(`${field} filters the list`, async (api) => {
      const value = (await api.someLead(`with ${field}`, (lead) => lead[field] != null))[field]
      const { rows } = await api.leads({ limit: 20, [field]: value })
      demand(rows.length > 0, 'no row came')
      demand(
        rows.every((row) => row[field] === value),
        `a row has another ${field}`,
      )
    }),
  ),

  documented('the totals of all statuses add up to the total', async (api) => {
    const { total } = (await api.leads({ limit: 1 })).pagination
    let sum = 0
    for (const status of leadStatuses) sum += (await api.leads({ limit: 1, status })).pagination.total
    demandEqual(sum, total, 'sum')
  }),

  documented('values and forms that are not documented are refused at their parameter', async (api) => {
    for (const field of [...vocabularies, 'sortBy', 'sortOrder', 'assignedTo', 'createdFrom', 'createdTo']) {
      await api.refused('listLeads', { query: { [field]: 'conformance' } }, field)
    }
    await api.refused('listLeads', { query: { search: 'x'.repeat(201) } }, 'search')
  }),

  documented('createdFrom and createdTo cut the list', async (api) => {
    const at = await createdAt(api)
    const [after, before] = [
      await api.leads({ limit: 100, createdFrom: iso(at) }),
      await api.leads({ limit: 100, createdTo: iso(at) }),
    ]
    demand(
      after.rows.every((row) => Date.parse(row.createdAt ?? '') >= at),
      'an older lead came',
    )
    demand(
      before.rows.every((row) => Date.parse(row.createdAt ?? '') <= at),
      'a newer lead came',
    )
  }),

  pinned('createdFrom is inclusive, createdTo exclusive: two halves have every lead once', async (api) => {
    const at = await createdAt(api)
    const [all, after, before] = [
      await api.leads({ limit: 1 }),
      await api.leads({ limit: 100, createdFrom: iso(at) }),
      await api.leads({ limit: 100, createdTo: iso(at) }),
    ]
    demandEqual(after.pagination.total + before.pagination.total, all.pagination.total, 'both halves')
    demand(
      after.rows.some((row) => Date.parse(row.createdAt ?? '') === at),
      'a lead created just then is not in the later half',
    )
  }),

  pinned('a bare date is midnight in the zone of the workspace', async (api) => {
    const zone = need((await api.data('workspace')).timezone, 'the workspace tells no zone')
    const dayOf = (text: string | null | undefined) => toCalendarDate(parseAbsolute(text ?? '', zone))
    const telling = (lead: Lead) =>
      lead.createdAt != null && dayOf(lead.createdAt).toString() !== lead.createdAt.slice(0, 10)
    const day = dayOf((await api.someLead('of a day that is another one in UTC', telling)).createdAt)
    const days = [day, day.add({ days: 1 })] as const
    const [createdFrom, createdTo] = days.map((one) => iso(toZoned(one, zone).toDate().getTime()))
    const [bare, exact] = [
      await api.leads({ limit: 1, createdFrom: days[0].toString(), createdTo: days[1].toString() }),
      await api.leads({ limit: 1, createdFrom, createdTo }),
    ]
    demandEqual(bare.pagination.total, exact.pagination.total, `leads of ${day.toString()}`)
  }),

  pinned('createdFrom after createdTo is refused', async (api) => {
    const query = { createdFrom: '2026-01-02', createdTo: '2026-01-01' }
    await api.refused('listLeads', { query }, 'createdFrom')
  }),

  ...(['uniqueCode', 'email', 'phone', 'firstName'] as const).map((field) =>
    documented(`search finds a lead by its ${field}`, async (api) => {
      const sought = await api.someLead(`with ${field}`, (lead) => (lead[field] ?? '').length > 2)
      const { total } = (await api.leads({ limit: 1 })).pagination
      demandHit(await api.leads({ limit: 100, search: sought[field] }), sought, total, field)
    }),
  ),

  pinned('search does not mind the case', async (api) => {
    const sought = await api.someLead('with a code', (lead) => lead.uniqueCode != null)
    const code = sought.uniqueCode ?? ''
    for (const search of [code.toLowerCase(), code.toUpperCase()]) {
      const { rows } = await api.leads({ limit: 100, search })
      demand(
        rows.some((row) => row.id === sought.id),
        'a code is not found in other case',
      )
    }
  }),

  pinned('an Indonesian phone is found as 08…, 62… and +62…', async (api) => {
    const sought = await api.someLead('with such a phone', (lead) => /^\+?62\d{8,}$/.test(lead.phone ?? ''))
    const digits = (sought.phone ?? '').replace(/^\+?62/, '')
    for (const search of [`0${digits}`, `62${digits}`, `+62${digits}`]) {
      const { rows } = await api.leads({ limit: 100, search })
      demand(
        rows.some((row) => row.id === sought.id),
        `it is not found as ${search.slice(0, 3)}…`,
      )
    }
  }),
]

import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { limits } from '#contract/limits.ts'
import { allowed } from '../api.ts'
import { type Clause, demand, demandEqual, documented, need, pinned } from '../clause.ts'
import { missingFields } from '../missing-fields.ts'

const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id)

export const listClauses: readonly Clause[] = [
  documented('List Leads answers rows and pagination with every documented field', async (api) => {
    const { body } = await api.good('listLeads', { query: { limit: 100 } })
    demandEqual([...new Set(missingFields('listLeads', body))], [], 'fields are missing')
  }),

  documented('a page has 50 rows unless limit says otherwise', async (api) => {
    const { rows, pagination } = await api.leads()
    demandEqual(pagination.limit, limits.pageSizeDefault, 'limit')
    demandEqual(rows.length, Math.min(limits.pageSizeDefault, pagination.total), 'rows')
  }),

  documented('limit is obeyed, and totalPages follows from it', async (api) => {
    const { rows, pagination } = await api.leads({ limit: 7 })
    demandEqual(rows.length, Math.min(7, pagination.total), 'rows')
    demandEqual([pagination.page, pagination.limit], [1, 7], 'page and limit')
    demandEqual(pagination.totalPages, Math.ceil(pagination.total / 7), 'totalPages')
  }),

  documented('limit is 1 to 100 and page at least 1', async (api) => {
    for (const limit of ['0', '101', 'many']) await api.refused('listLeads', { query: { limit } }, 'limit')
    await api.refused('listLeads', { query: { page: '0' } }, 'page')
  }),

  documented('page 2 goes on where page 1 ends', async (api) => {
    const [whole, first, second] = [
      await api.leads({ limit: 10 }),
      await api.leads({ limit: 5 }),
      await api.leads({ limit: 5, page: 2 }),
    ]
    demandEqual([...ids(first.rows), ...ids(second.rows)], ids(whole.rows), 'rows of two pages')
    if (second.rows.length > 0) demandEqual(second.pagination.page, 2, 'page')
  }),

  documented('walking by cursor meets every lead once, in the order of the list', async (api) => {
    const whole = await api.leads({ limit: 20 })
    need(whole.rows[6], 'there are fewer than seven leads')
    const walked: string[] = []
    let cursor: string | null | undefined
    for (let page = 0; page < 3; page += 1) {
      const { rows, pagination } = await api.leads({ limit: 6, cursor })
      walked.push(...ids(rows))
      cursor = pagination.nextCursor
      if (cursor == null) break
    }
    demandEqual(walked, ids(whole.rows).slice(0, walked.length), 'rows')
    demandEqual(walked.length, Math.min(18, whole.pagination.total), 'rows walked')
  }),

  documented('the last page has the rest of the rows and no nextCursor', async (api) => {
    const { total } = (await api.leads({ limit: 100 })).pagination
    need(total > 0 ? total : null, 'there is no lead')
    const last = Math.ceil(total / 100)
    const { rows, pagination } = await api.leads({ limit: 100, page: last })
    demandEqual(rows.length, total - (last - 1) * 100, 'rows')
    demandEqual(pagination.nextCursor ?? null, null, 'nextCursor')
  }),

  pinned('past the end comes an empty page', async (api) => {
    const { total } = (await api.leads({ limit: 100 })).pagination
    const { rows, pagination } = await api.leads({ limit: 100, page: Math.ceil(total / 100) + 1 })
    demandEqual([rows.length, pagination.nextCursor ?? null], [0, null], 'rows and nextCursor')
  }),

  pinned('a malformed cursor is refused; a good one wins over page', async (api) => {
    await api.refused('listLeads', { query: { cursor: 'conformance' } }, 'cursor')
    const { pagination } = await api.leads({ limit: 6 })
    const cursor = need(pagination.nextCursor, 'there are fewer than seven leads')
    const [plain, both] = [await api.leads({ limit: 6, cursor }), await api.leads({ limit: 6, cursor, page: 9 })]
    demandEqual(ids(both.rows), ids(plain.rows), 'rows')
  }),

  documented('sortBy and sortOrder are obeyed', async (api) => {
    for (const sortBy of ['createdAt', 'updatedAt'] as const) {
      const lists = []
      for (const sortOrder of ['asc', 'desc'] as const) {
        const { rows } = await api.leads({ limit: 20, sortBy, sortOrder })
        const times = rows.map((row) => Date.parse(row[sortBy] ?? ''))
        const sorted = [...times].sort((a, b) => (sortOrder === 'asc' ? a - b : b - a))
        demandEqual(times, sorted, `${sortBy} ${sortOrder}`)
        lists.push(ids(rows))
      }
      // Leads of one moment are sorted both ways, whatever their order.
      const [asc = [], desc = []] = lists
      demand(asc.length < 2 || asc.join() !== desc.join(), `${sortBy}: both orders are the same`)
    }
  }),

  documented('the newest lead comes first unless asked otherwise', async (api) => {
    const [plain, asked] = [
      await api.leads({ limit: 20 }),
      await api.leads({ limit: 20, sortBy: 'createdAt', sortOrder: 'desc' }),
    ]
    demandEqual(ids(plain.rows), ids(asked.rows), 'rows')
  }),

  pinned('a parameter that nobody knows is ignored', async (api) => {
    const target = `${agentEndpoints.listLeads.path}?limit=1&conformance=1`
    const { status } = allowed(await api.send({ target }))
    demand(status === 200, `it was answered ${status}`)
  }),
]

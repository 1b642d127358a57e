import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import { sandboxMembers } from '../sandbox-members.ts'
import { openTestWorkspace, type TestWorkspace, testNow } from '../test-workspace.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace({ leads: 400 })
})
afterAll(() => workspace.sandbox.close())

const value = fc.record(
  {
    status: fc.constantFrom(...leadStatuses),
    priority: fc.constantFrom(...leadPriorities),
    source: fc.constantFrom(...leadSources),
    adPlatform: fc.constantFrom(...adPlatforms),
    assignedTo: fc.constantFrom(...sandboxMembers.map((member) => member.id)),
  },
  { requiredKeys: [] },
)
/** Moments around the sample, whole local days (bare dates) among them. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: 125 }).map((days) => new Date(testNow - days * 86_400_000).toISOString().slice(0, 10)),
  fc.integer({ min: 0, max: 125 * 86_400 }).map((seconds) => new Date(testNow - seconds * 1000).toISOString()),
)

it('finds with any filter and period exactly what a plain count finds', async () => {
  await fc.assert(
    fc.asyncProperty(value, fc.option(moment), fc.option(moment), async (filter, one, other) => {
      const local = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00:00+07:00` : text)
      const [from, to] = one !== null && other !== null && local(one) > local(other) ? [other, one] : [one, other]
      const query = new URLSearchParams(filter)
      if (from !== null) query.set('createdFrom', from)
      if (to !== null) query.set('createdTo', to)
      const { body } = await workspace.call(`leads?limit=100&${query}`)
      const rows = await workspace.rows(
        `select count(*)::int as n from leads where deleted_at is null
          and ($1::text is null or status = $1) and ($2::text is null or priority = $2)
          and ($3::text is null or source = $3) and ($4::text is null or ad_platform = $4)
          and ($5::text is null or assigned_to = $5)
          and created_at >= $6::timestamptz and created_at < $7::timestamptz`,
        [
          filter.status ?? null,
          filter.priority ?? null,
          filter.source ?? null,
          filter.adPlatform ?? null,
          filter.assignedTo ?? null,
          new Date(from === null ? 0 : local(from)).toISOString(),
          new Date(to === null ? testNow * 2 : local(to)).toISOString(),
        ],
      )
      expect(body.pagination.total).toBe(rows[0]?.n)
      expect(body.data.length).toBe(Math.min(100, body.pagination.total))
      for (const lead of body.data) expect(lead).toMatchObject(filter)
    }),
    { numRuns: 60 },
  )
})

describe.each(['createdAt', 'updatedAt'] as const)('sorted by %s', (sortBy) => {
  it.each(['asc', 'desc'] as const)(
    'pages %s by cursor and by number hold every lead once, in order',
    async (sortOrder) => {
      const byCursor: { id: string; at: string }[] = []
      const byNumber: string[] = []
      let cursor: string | null = ''
      for (let page = 1; cursor !== null; page += 1) {
        const query = `leads?limit=37&sortBy=${sortBy}&sortOrder=${sortOrder}`
        const { body } = await workspace.call(cursor === '' ? query : `${query}&cursor=${cursor}`)
        byCursor.push(...body.data.map((lead: Record<string, string>) => ({ id: lead.id, at: lead[sortBy] })))
        byNumber.push(
          ...(await workspace.call(`${query}&page=${page}`)).body.data.map((lead: { id: string }) => lead.id),
        )
        expect(body.pagination.page).toBe(page)
        cursor = body.pagination.nextCursor
      }
      const ids = byCursor.map((lead) => lead.id)
      const times = byCursor.map((lead) => lead.at)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual(byNumber)
      expect(times).toEqual(sortOrder === 'asc' ? times.toSorted() : times.toSorted().toReversed())
      const rows = await workspace.rows('select count(*)::int as n from leads where deleted_at is null')
      expect(ids.length).toBe(rows[0]?.n)
    },
  )
})

it('visits every lead that was there exactly once while others are added', async () => {
  const before = await workspace.rows('select id from leads where deleted_at is null')
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await workspace.call(`leads?limit=50${cursor === '' ? '' : `&cursor=${cursor}`}`)
    seen.push(...body.data.map((lead: { id: string }) => lead.id))
    cursor = body.pagination.nextCursor
    await workspace.send('POST', 'leads', { firstName: 'Late' })
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(new Set(seen)).toEqual(new Set([...seen, ...before.map((row) => row.id)]))
})

it('is empty past the end, and the cursor wins over a page number', async () => {
  const past = await workspace.call('leads?page=9999')
  expect(past.body).toMatchObject({ data: [], pagination: { page: 9999, nextCursor: null } })
  const { nextCursor } = (await workspace.call('leads?limit=5')).body.pagination
  const second = await workspace.call(`leads?limit=5&page=40&cursor=${nextCursor}`)
  expect(second.body.data).toEqual((await workspace.call('leads?limit=5&page=2')).body.data)
  const other = await workspace.call(`leads?sortBy=updatedAt&cursor=${nextCursor}`)
  expect(other.body.error.details).toHaveProperty('cursor')
})

describe('search', () => {
  const find = async (text: string) => {
    const { body } = await workspace.call(`leads?limit=100&search=${encodeURIComponent(text)}`)
    expect(body.data.length).toBe(Math.min(100, body.pagination.total))
    return body.data.map((lead: { id: string }) => lead.id) as string[]
  }
  let id: string
  beforeAll(async () => {
    const lead = {
      firstName: 'Élodie 100%',
      lastName: 'van_Dijk\\',
      email: 'Elo@Example.com',
      phone: '0812-0099 8877',
      uniqueCode: 'KNK-Zz9',
      externalRef: 'crm/77',
    }
    id = (await workspace.send('POST', 'leads', lead)).body.data.id
  })

  it.each(['élodie', 'ÉLODIE 100% VAN_', 'dijk\\', 'elo@example', 'knk-zz9', 'CRM/7', ' 100% '])(
    'finds by %s',
    async (text) => {
      expect(await find(text)).toEqual([id])
    },
  )

  it.each(['081200998877', '6281200998877', '+62 812 0099 8877', '0812-0099', '00998877'])(
    'finds the phone as %s',
    async (text) => {
      expect(await find(text)).toContain(id)
    },
  )

  it.each(['%%%', 'van Dijk', 'dijk\\elo', 'zz9crm', '0813-0099-8877'])(
    'takes %s literally and finds nothing',
    async (text) => {
      expect(await find(text)).toEqual([])
    },
  )

  it('agrees with SQL for every two letters of a name', async () => {
    for (const part of ['an', 'wi', 'Bud', 'ratna s', 'gmail', 'visitor [']) {
      const rows = await workspace.rows(
        `select count(*)::int as n from leads where deleted_at is null and (first_name || ' ' || coalesce(last_name, '') ilike $1
          or email ilike $1 or unique_code ilike $1 or external_ref ilike $1)`,
        [`%${part}%`],
      )
      expect((await workspace.call(`leads?search=${encodeURIComponent(part)}`)).body.pagination.total).toBe(rows[0]?.n)
    }
  })
})

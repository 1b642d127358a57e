import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { leadDetailQuery } from './lead-detail.ts'
import { askStatusOnScopeNews, createQueryClient } from './query-client.ts'
import { statusQuery } from './status.ts'

afterEach(() => vi.unstubAllGlobals())

it('asks the status again when an answer shows something new of a scope, and only then', async () => {
  let refused = false
  let asked = 0
  vi.stubGlobal('fetch', async (target: string) => {
    if (target === '/bff/status') {
      asked += 1
      const data = { upstream: { kind: 'live', host: 'k' }, keyEndsWith: 'abcd', scopes: [], openToNetwork: false }
      return Response.json({ success: true, data: { ...data, version: '1.0.0' } })
    }
    if (!refused) return Response.json({ success: true, data: buildLead() })
    return Response.json(
      { success: false, error: { code: 'FORBIDDEN', message: 'No', details: null } },
      { status: 403 },
    )
  })
  const client = createQueryClient()
  const stopListening = askStatusOnScopeNews(client)
  const stop = new QueryObserver(client, statusQuery()).subscribe(() => undefined)
  const settled = () => vi.waitFor(() => expect(client.isFetching()).toBe(0))
  const read = async () => {
    await client.fetchQuery({ ...leadDetailQuery('lead_abc123'), staleTime: 0 }).catch(() => undefined)
    await settled()
    return asked
  }
  await settled()
  expect(asked).toBe(1)
  expect(await read()).toBe(2)
  expect(await read()).toBe(2)
  refused = true
  expect(await read()).toBe(3)
  expect(await read()).toBe(3)
  stopListening()
  refused = false
  expect(await read()).toBe(3)
  stop()
})

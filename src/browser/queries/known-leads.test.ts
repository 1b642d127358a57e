import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { findKnownLead, mergeIntoKnownLeads } from './known-leads.ts'
import { distinctLeads } from './lead-list.ts'

const page = (...leads: ReturnType<typeof buildLead>[]) => ({ leads, total: 2, nextCursor: null, asOf: 1 })

function clientWith(...pages: ReturnType<typeof page>[]) {
  const client = new QueryClient()
  client.setQueryData(['lead-list', {}], { pages, pageParams: pages.map(() => null) })
  return client
}

describe('an answer to a write', () => {
  it('is laid over what is known and never replaces it: answers may be partial', () => {
    const client = clientWith(page(buildLead(), buildLead({ id: 'other' })))
    mergeIntoKnownLeads(client, { id: 'lead_abc123', status: 'won', phone: null }, 9)
    expect(findKnownLead(client, 'lead_abc123')?.data).toEqual(buildLead({ status: 'won', phone: null }))
    expect(findKnownLead(client, 'other')?.data).toEqual(buildLead({ id: 'other' }))
    expect(client.getQueryData(['lead', 'lead_abc123'])).toMatchObject({ asOf: 9 })
  })
})

describe('rows', () => {
  it('are told apart by id: a lead on two pages is shown once, where it was first seen', () => {
    const moved = buildLead({ id: 'b', status: 'won' })
    const rows = distinctLeads([
      page(buildLead({ id: 'a' }), buildLead({ id: 'b' })),
      page(moved, buildLead({ id: 'c' })),
    ])
    expect(rows.map((row) => row.id)).toEqual(['a', 'b', 'c'])
    expect(rows[1]?.status).toBe('new')
  })
})

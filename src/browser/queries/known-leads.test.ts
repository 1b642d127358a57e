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
    expect(client.getQueryData(['lead', 'lead_abc123'])).toEqual({
      data: buildLead({ status: 'won', phone: null }),
      asOf: 9,
    })
  })

  it('is laid over the detail where that is known', () => {
    const client = new QueryClient()
    client.setQueryData(['lead', 'lead_abc123'], { data: buildLead({ notes: 'Kept' }), asOf: 1 })
    mergeIntoKnownLeads(client, { id: 'lead_abc123', status: 'won' }, 9)
    const data = buildLead({ notes: 'Kept', status: 'won' })
    expect(client.getQueryData(['lead', 'lead_abc123'])).toEqual({ data, asOf: 9 })
  })

  it('never passes for a whole lead where none is known', () => {
    const client = new QueryClient()
    mergeIntoKnownLeads(client, { id: 'lead_abc123', status: 'won' }, 9)
    expect(client.getQueryData(['lead', 'lead_abc123'])).toBeUndefined()
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

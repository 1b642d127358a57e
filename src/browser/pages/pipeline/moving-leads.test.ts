import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { StatusLists } from './board-columns.ts'
import { boardStatuses } from './board-statuses.ts'
import { movingLeads } from './moving-leads.ts'

const lead = buildLead({ id: 'a', status: 'hot' })
const lists = (leads: readonly (typeof lead)[]) =>
  Object.fromEntries(
    boardStatuses.map((status) => [status, { leads: status === 'hot' ? leads : [], total: null }]),
  ) as unknown as StatusLists

it('remembers a lead that one changed, after its list has let it go', () => {
  const writes = [buildOwnWrite({ leadId: 'a' })]
  const seen = movingLeads([], lists([lead]), writes)
  expect(seen).toEqual([lead])
  expect(movingLeads(seen, lists([]), writes)).toBe(seen)
  // A lead with a change laid over it is a new object at every look: that is no news.
  expect(movingLeads(seen, lists([{ ...lead }]), writes)).toBe(seen)
})

it('forgets it when nothing is to be told of it any more, or when it did not go through', () => {
  expect(movingLeads([lead], lists([]), [])).toEqual([])
  expect(movingLeads([lead], lists([]), [buildOwnWrite({ leadId: 'a', state: 'undone', endedAt: 1 })])).toEqual([])
})

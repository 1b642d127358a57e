import { expect, it } from 'vitest'
import { leadStatuses } from '#contract/vocabularies.ts'
import { nextStatus, settableStatuses } from './next-status.ts'

it('leads from new to won in the order of the list, without a skip', () => {
  const path = ['new']
  for (let next = nextStatus('new'); next !== null; next = nextStatus(next)) path.push(next)
  expect(path).toEqual(leadStatuses.filter((status) => status !== 'pageview' && status !== 'lost'))
})

it('ends where a lead is closed, and knows no way on from what nobody listed', () => {
  for (const status of ['won', 'lost', 'archived', 'constructor', '', null, undefined]) {
    expect(nextStatus(status)).toBeNull()
  }
})

it('never sets a visit, but lets one be contacted', () => {
  expect(settableStatuses).not.toContain('pageview')
  expect(settableStatuses).toHaveLength(10)
  expect(leadStatuses.map(nextStatus)).not.toContain('pageview')
  expect(nextStatus('pageview')).toBe('contacted')
})

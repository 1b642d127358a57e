import { expect, it } from 'vitest'
import type { FailureGroup } from '#parts/conversions/failure-groups.ts'
import { orderGroups } from './order-groups.ts'

const group = (id: string, lastAttempt: number | null, count = 1): FailureGroup => ({
  id,
  platform: id,
  rows: Array.from({ length: count }),
  since: 1,
  lastAttempt,
  isFailingNow: false,
})
const never = () => false
const ids = (groups: readonly FailureGroup[]) => groups.map(({ id }) => id)

it('shows the platform that raised the alarm first, then the newest attempt, then the larger', () => {
  const groups = [group('meta', 9), group('google', 5, 3), group('undated', null), group('snap', 5), group('tiktok', 1)]
  const { first, rest } = orderGroups(groups, ({ id }) => id === 'tiktok', never)
  expect(ids(first)).toEqual(['tiktok', 'meta'])
  expect(ids(rest)).toEqual(['google', 'snap', 'undated'])
})

it('hides no alarm and nothing that was reported', () => {
  const groups = [group('a', 4), group('b', 3), group('c', 2), group('d', 1)]
  const reported = orderGroups(groups, never, ({ id }) => id === 'd')
  expect([ids(reported.first), ids(reported.rest)]).toEqual([['a', 'b', 'd'], ['c']])
  expect(orderGroups(groups, () => true, never).rest).toEqual([])
})

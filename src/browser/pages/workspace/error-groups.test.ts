import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CallError } from '#contract/traffic.ts'
import { errorGroups } from './error-groups.ts'

const error = (at: number, part: Partial<CallError> = {}): CallError => ({
  at,
  method: 'GET',
  route: '/api/v2/agent/leads',
  code: 'RATE_LIMITED',
  status: 429,
  requestId: `r${at}`,
  ...part,
})

it('joins what failed alike, the newest first, with its newest request ids', () => {
  const groups = errorGroups([
    error(1),
    error(9),
    error(5, { code: 'FORBIDDEN', status: 403 }),
    error(7, { requestId: null }),
  ])
  expect(groups.map(({ code, count, last, requestIds }) => [code, count, last, requestIds])).toEqual([
    ['RATE_LIMITED', 3, 9, ['r9', 'r1']],
    ['FORBIDDEN', 1, 5, ['r5']],
  ])
})

it('puts what failed last first, whatever failed first', () => {
  const groups = errorGroups([error(1, { code: 'OLD' }), error(2, { code: 'NEW' })])
  expect(groups.map(({ code }) => code)).toEqual(['NEW', 'OLD'])
})

it('counts every error once', () => {
  const errors = fc.array(
    fc.record({ at: fc.nat(), code: fc.constantFrom('A', 'B'), route: fc.constantFrom('/x', '/y') }),
  )
  fc.assert(
    fc.property(errors, (given) => {
      const groups = errorGroups(given.map(({ at, ...part }) => error(at, part)))
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      for (const { requestIds } of groups) expect(new Set(requestIds).size).toBe(requestIds.length)
    }),
  )
})

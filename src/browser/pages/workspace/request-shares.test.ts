import fc from 'fast-check'
import { expect, it } from 'vitest'
import { requestShares } from './request-shares.ts'

const minute = { limit: 200, remaining: 170, ours: 12, endsAt: 60_000, seenAt: 30_000 }

it('tells ours from the others', () => {
  expect(requestShares(minute, 31_000)).toEqual({ ours: 12, others: 18, left: 170 })
})

it('knows nothing of the next minute, which is not zero', () => {
  expect(requestShares(minute, 59_999)).not.toBeNull()
  expect(requestShares(minute, 60_000)).toBeNull()
})

it('always adds up to the limit, whatever the headers say', () => {
  const counts = fc.nat(1000)
  fc.assert(
    fc.property(counts, counts, counts, fc.nat(59_999), (limit, remaining, ours, now) => {
      const shares = requestShares({ ...minute, limit, remaining, ours }, now)
      if (shares === null) throw new Error('The minute is not over')
      expect(shares.ours + shares.others + shares.left).toBe(limit)
      for (const part of [shares.ours, shares.others, shares.left]) expect(part).toBeGreaterThanOrEqual(0)
    }),
  )
})

import { expect, it } from 'vitest'
import { waitingSince, withoutValue } from './touch-counts.ts'

const at = (hoursAgo: number) => new Date(Date.UTC(2026, 10, 26) - hoursAgo * 3_600_000).toISOString()
const yesterday = Date.UTC(2026, 10, 25)
const created = (...hours: number[]) => hours.map((hoursAgo) => ({ createdAt: at(hoursAgo), actualValue: null }))

it('counts who has waited, exactly where the page reaches past them or holds all', () => {
  expect(waitingSince({ leads: created(50, 30, 2), total: 800 }, yesterday)).toEqual({ count: 2, isExact: true })
  expect(waitingSince({ leads: created(50, 30), total: 2 }, yesterday)).toEqual({ count: 2, isExact: true })
  expect(waitingSince({ leads: created(50, 30), total: 800 }, yesterday)).toEqual({ count: 2, isExact: false })
  expect(waitingSince({ leads: created(50), total: null }, yesterday)).toEqual({ count: 1, isExact: false })
  const unknown = { createdAt: null, actualValue: null }
  expect(waitingSince({ leads: [unknown, unknown], total: 2 }, yesterday)).toEqual({ count: 0, isExact: false })
  expect(waitingSince({ leads: [], total: 0 }, yesterday)).toEqual({ count: 0, isExact: true })
})

it('counts won leads without a value; a missing value is unknown, not none', () => {
  const leads = [null, 0, 5, undefined].map((actualValue) => ({ createdAt: null, actualValue }))
  expect(withoutValue({ leads, total: 4 })).toEqual({ count: 2, isExact: true })
  expect(withoutValue({ leads, total: 400 })).toEqual({ count: 2, isExact: false })
})

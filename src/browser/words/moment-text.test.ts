import { expect, it } from 'vitest'
import { createDateFormat } from './date-format.ts'
import { listMomentText, momentText } from './moment-text.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const dates = createDateFormat('en', 'Asia/Jakarta', null)
const list = (instant: string) => listMomentText(Date.parse(instant), now, dates)

it('tells today by its time, yesterday by its name, and the rest by the date, in the zone of the workspace', () => {
  expect(list('2026-11-24T07:59:00Z')).toBe('14:59')
  expect(list('2026-11-23T17:00:00Z')).toBe('00:00')
  expect(list('2026-11-23T15:40:00Z')).toBe('Yesterday 22:40')
  expect(list('2026-11-22T15:40:00Z')).toBe('22/11/2026 22:40')
  expect(listMomentText(null, now, dates)).toBe('')
})

it('keeps the date of yesterday within a sentence', () => {
  expect(momentText(Date.parse('2026-11-23T15:40:00Z'), now, dates)).toBe('23/11/2026 22:40')
})

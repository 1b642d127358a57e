import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDateFormat } from './date-format.ts'
import { switchLocale } from './locale.ts'

const jakarta = createDateFormat('en', 'Asia/Jakarta', 'DD/MM/YYYY')
const instant = '2026-11-24T17:30:00.000Z'

afterEach(() => {
  switchLocale('en')
  vi.useRealTimers()
})

describe('dates', () => {
  it('are those of the workspace: 17:30 in London is after midnight in Jakarta', () => {
    expect(jakarta.date(instant)).toBe('25/11/2026')
    expect(jakarta.time(instant)).toBe('00:30')
    expect(createDateFormat('en', 'Europe/London', 'DD/MM/YYYY').dateTime(instant)).toBe('24/11/2026 17:30')
  })

  it('write the time with a point in Indonesian', () => {
    expect(createDateFormat('id', 'Asia/Jakarta', 'DD/MM/YYYY').time(instant)).toBe('00.30')
  })

  it.each([
    ['YYYY-MM-DD', '2026-11-25'],
    ['MM/DD/YYYY', '11/25/2026'],
    ['DD MMM YYYY', '25 Nov 2026'],
    ['[evil] QQ', '25/11/2026'],
    ['', '25/11/2026'],
  ])('follow the pattern %s of the workspace, or the usual one', (pattern, text) => {
    expect(createDateFormat('en', 'Asia/Jakarta', pattern).date(instant)).toBe(text)
  })

  it('are nothing where unknown or broken', () => {
    for (const unknown of [null, undefined, '', 'yesterday-ish', Number.NaN]) {
      expect(jakarta.date(unknown)).toBe('')
      expect(jakarta.dateTime(unknown)).toBe('')
      expect(jakarta.ago(unknown, Date.now())).toBe('')
    }
  })
})

describe('an age', () => {
  const now = Date.parse('2026-11-25T03:00:00Z') // 10:00 in Jakarta

  it.each([
    [30, 'now'],
    [14 * 60, '14 min'],
    [3 * 3600, '3 h'],
    [11 * 3600, 'Yesterday'],
    [3 * 86_400, '22/11/2026'],
  ])('of %i seconds reads %s', (seconds, text) => {
    expect(jakarta.ago(now - seconds * 1000, now)).toBe(text)
  })

  it('of a moment just ahead, by another clock, is now', () => {
    expect(jakarta.ago(now + 5000, now)).toBe('now')
  })
})

describe('a span of days', () => {
  it('names the years only where they differ', () => {
    expect(jakarta.daySpan('2026-10-26', '2026-11-24')).toBe('26 Oct – 24 Nov')
    expect(jakarta.daySpan('2025-12-30', '2026-01-02')).toBe('30 Dec 2025 – 2 Jan 2026')
    expect(jakarta.daySpan('2026-11-24', '2026-11-24')).toBe('24 Nov 2026')
    expect(jakarta.daySpan('', '2026-11-24')).toBe('')
  })

  it('leaves the year out by the year of the workspace, wherever the reader is', () => {
    vi.useFakeTimers({ now: Date.parse('2027-01-01T05:00:00Z') })
    const spanIn = (zone: string) => createDateFormat('en', zone, null).daySpan('2027-01-01', '2027-01-02')
    expect(spanIn('Asia/Jakarta')).toBe('1 Jan – 2 Jan')
    expect(spanIn('Pacific/Honolulu')).toBe('1 Jan 2027 – 2 Jan 2027')
  })
})

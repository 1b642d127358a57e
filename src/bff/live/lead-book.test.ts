import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import { createLeadBook } from './lead-book.ts'

const stamp = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString()
/** A lead made long before, changed at that second. */
const lead = (id: string, second: number, more: Partial<Lead> = {}) =>
  buildLead({ id, createdAt: stamp(-86_400), updatedAt: stamp(second), ...more })
const now = Date.UTC(2026, 0, 2)

/** A book that has seen these leads. */
function knowing(...leads: Lead[]) {
  const book = createLeadBook()
  book.looked(leads, false, now)
  return book
}
const ids = (leads: readonly Lead[]) => leads.map(({ id }) => id)

describe('a look', () => {
  test('that is the first only learns', () => {
    const news = createLeadBook().looked([lead('a', 1)], true, now)
    expect(news).toEqual({ leads: [], arrived: [], figures: false, gap: false })
  })

  test('that shows nothing else is no news', () => {
    const book = knowing(lead('a', 1), lead('b', 0))
    expect(book.looked([lead('a', 1), lead('b', 0)], true, now)).toMatchObject({ leads: [], gap: false })
    expect(book.looked([], false, now).leads).toEqual([])
  })

  test('tells what changed, and figures only where something counted did', () => {
    const book = knowing(lead('a', 1), lead('b', 0))
    const noted = book.looked([lead('b', 5, { notes: 'Called' }), lead('a', 1)], false, now)
    expect([ids(noted.leads), noted.arrived, noted.figures]).toEqual([['b'], [], false])
    const won = book.looked([lead('a', 6, { status: 'won' }), lead('b', 5, { notes: 'Called' })], false, now)
    expect([ids(won.leads), won.figures]).toEqual([['a'], true])
  })

  test('tells a new lead as arrived, an old one that was never seen as changed', () => {
    const book = knowing(lead('a', 10))
    const made = buildLead({ id: 'new', createdAt: stamp(12), updatedAt: stamp(13) })
    const late = buildLead({ id: 'late', createdAt: stamp(8), updatedAt: stamp(9) })
    const news = book.looked([made, lead('old', 12), lead('a', 10), late], false, now)
    expect(ids(news.leads)).toEqual(['new', 'old', 'late'])
    expect([news.arrived, news.figures]).toEqual([['new', 'late'], true])
  })

  test('that is news down to its last row may have more behind it', () => {
    const book = knowing(lead('a', 10))
    const rows = [lead('b', 13), lead('c', 12)]
    expect(book.looked(rows, true, now).gap).toBe(true)
    expect(book.looked([lead('d', 14), ...rows], true, now).gap).toBe(false)
    expect(book.looked([lead('f', 16), lead('e', 15)], false, now).gap).toBe(false)
  })

  test('does not let a lead from the future make everything else old', () => {
    const book = createLeadBook()
    book.looked([lead('odd', 1e9), lead('a', 10)], false, Date.parse(stamp(10)))
    const made = buildLead({ id: 'new', createdAt: stamp(12), updatedAt: stamp(12) })
    expect(book.looked([lead('odd', 1e9), made], false, now).arrived).toEqual(['new'])
  })
})

describe('our own write', () => {
  test('is news once: the look that shows it later tells nothing', () => {
    const book = knowing(lead('a', 1))
    const left = lead('a', 5, { status: 'hot', externalRef: 'kd_1' })
    expect(book.wrote(left, false)).toMatchObject({ leads: [left], arrived: [], figures: true })
    const { externalRef: _, ...listed } = left
    expect(book.looked([listed], false, now).leads).toEqual([])
  })

  test('is not undone by a list that lags behind it', () => {
    const book = knowing(lead('a', 1))
    book.wrote(lead('a', 5, { status: 'hot' }), false)
    expect(book.looked([lead('a', 1)], false, now)).toMatchObject({ leads: [], figures: false })
    expect(ids(book.looked([lead('a', 6, { status: 'won' })], false, now).leads)).toEqual(['a'])
  })

  test('that makes a lead tells it as arrived, once', () => {
    const book = knowing(lead('a', 1))
    const made = buildLead({ id: 'new', createdAt: stamp(2), updatedAt: stamp(2) })
    expect(book.wrote(made, true).arrived).toEqual(['new'])
    expect(book.looked([made, lead('a', 1)], false, now).arrived).toEqual([])
  })
})

test('whatever lags and whatever is written: told states of a lead never step back, and the newest is told', () => {
  const step = fc.record({
    kind: fc.constantFrom('write', 'elsewhere', 'look', 'lagging look'),
    id: fc.constantFrom('a', 'b', 'c'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const book = createLeadBook()
      let leads = new Map(['a', 'b', 'c'].map((id) => [id, lead(id, 0)]))
      let before = leads
      const told = new Map<string, string>()
      const rows = (from: typeof leads) =>
        [...from.values()].sort((one, other) => ((one.updatedAt ?? '') < (other.updatedAt ?? '') ? 1 : -1))
      const hear = (heard: readonly Lead[]) => {
        for (const { id, updatedAt } of heard) {
          expect(updatedAt?.localeCompare(told.get(id) ?? '')).toBe(1)
          told.set(id, updatedAt ?? '')
        }
      }
      hear(book.looked(rows(leads), false, now).leads)
      for (const [second, { kind, id }] of steps.entries()) {
        const changed = lead(id, second + 1, { notes: String(second) })
        if (kind === 'write' || kind === 'elsewhere') {
          before = leads
          leads = new Map(leads).set(id, changed)
          if (kind === 'write') hear(book.wrote(changed, false).leads)
        } else hear(book.looked(rows(kind === 'look' ? leads : before), false, now).leads)
      }
      hear(book.looked(rows(leads), false, now).leads)
      for (const [id, { updatedAt }] of leads) expect(told.get(id) ?? stamp(0)).toBe(updatedAt)
    }),
    { numRuns: process.env.PROVE === '1' ? 20_000 : 300 },
  )
})

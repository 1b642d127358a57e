import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bookLimit,
  emptyBook,
  forgetAfterMs,
  seeChanges,
  seeDelivery,
  seeList,
  type UnsentBook,
} from './unsent-book.ts'

const row = (id: string, triedAt: number | null = null, platform = 'meta') => ({ id, platform, triedAt })
const at = (book: UnsentBook, id: string) => book.entries.find((entry) => entry.id === id)?.at

describe('the book of undelivered events', () => {
  it('keeps when an event was first seen, and since when it has been watching', () => {
    const first = seeList(emptyBook, [row('a')], 1000)
    const later = seeList(first, [row('a'), row('b')], 5000)
    expect([later.watchingSince, at(later, 'a'), at(later, 'b')]).toEqual([1000, 1000, 5000])
  })

  it('is the same book where a list says nothing new', () => {
    const book = seeList(emptyBook, [row('a')], 1000)
    expect(seeList(book, [row('a')], 9000)).toBe(book)
  })

  it('takes an attempt from before for the latest moment of the event', () => {
    expect(at(seeList(emptyBook, [row('a', 400)], 1000), 'a')).toBe(400)
    expect(at(seeList(emptyBook, [row('a', 2000)], 1000), 'a')).toBe(1000)
  })

  it('lets the last change of a lead move the moment earlier, never later', () => {
    const book = seeList(emptyBook, [row('a')], 1000)
    expect(at(seeChanges(book, new Map([['a', 300]])), 'a')).toBe(300)
    expect(seeChanges(book, new Map([['a', 1500]]))).toBe(book)
    expect(seeChanges(book, new Map([['x', 3]]))).toBe(book)
  })

  it('takes an event that left the list for delivered, and forgets it only when it has been gone for long', () => {
    const book = seeList(emptyBook, [row('a'), row('b', null, 'tiktok')], 1000)
    const without = seeList(book, [row('a')], 2000)
    expect(without.delivered).toEqual([['tiktok', 2000]])
    const back = seeList(without, [row('a'), row('b', null, 'tiktok')], 3000)
    expect(at(back, 'b')).toBe(1000)
    const forgotten = seeList(seeList(back, [row('a')], 4000), [row('a')], 4001 + forgetAfterMs)
    expect(at(forgotten, 'b')).toBeUndefined()
    expect(at(seeList(forgotten, [row('a'), row('b')], 9e9), 'b')).toBe(9e9)
  })

  it('notes a delivery that a count told of', () => {
    expect(seeDelivery(seeDelivery(emptyBook, 'meta', 5), '', 9).delivered).toEqual([
      ['', 9],
      ['meta', 5],
    ])
  })

  it('has a bound', () => {
    const rows = Array.from({ length: bookLimit + 10 }, (_, n) => row(`id${n}`))
    expect(seeList(emptyBook, rows, 1).entries).toHaveLength(bookLimit)
  })

  it('never moves a moment later while its event is there, whatever lists and changes come', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.oneof(
      fc.record({ list: fc.uniqueArray(ids), after: fc.integer({ min: 0, max: forgetAfterMs }) }),
      fc.record({ changed: ids, to: fc.integer({ min: 0, max: 10 * forgetAfterMs }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let book = emptyBook
        let now = 1
        for (const one of steps) {
          const before = book
          if ('list' in one) {
            now += one.after
            book = seeList(
              book,
              one.list.map((id) => row(id)),
              now,
            )
            for (const id of one.list) expect(at(book, id)).toBeDefined()
          } else book = seeChanges(book, new Map([[one.changed, one.to]]))
          for (const entry of book.entries) {
            expect(entry.at).toBeLessThanOrEqual(now)
            const earlier = at(before, entry.id)
            if (earlier !== undefined) expect(entry.at).toBeLessThanOrEqual(earlier)
          }
        }
      }),
    )
  })
})

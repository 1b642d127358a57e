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
  unsentBook,
  unwatchedAfterMs,
  watchAnew,
} from './unsent-book.ts'

const row = (id: string, triedAt: number | null = null, platform = 'meta', status: string | null = 'new') => ({
  id,
  platform,
  status,
  triedAt,
})
const long = Number.MAX_SAFE_INTEGER
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
    expect(at(seeChanges(book, new Map([['a', 300]]), long), 'a')).toBe(300)
    expect(seeChanges(book, new Map([['a', 1500]]), long)).toBe(book)
    expect(seeChanges(book, new Map([['x', 3]]), long)).toBe(book)
  })

  it('takes an event that left the list for delivered, and forgets it only when it has been gone for long', () => {
    const book = seeList(emptyBook, [row('a'), row('b', null, 'tiktok')], 1000)
    const without = seeList(seeList(book, [row('a')], 2000), [row('a')], 2500)
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

  it('takes another status of the same lead for another event, as old as its own first sight', () => {
    const book = seeList(emptyBook, [row('a', 400, 'google')], 1000)
    const won = seeList(book, [row('a', null, 'google', 'won')], 90_000)
    expect(won.entries).toMatchObject([{ status: 'won', at: 90_000, firstSeenAt: 90_000 }])
    const left = seeList(book, [], 5000)
    expect(at(seeList(left, [row('a', null, 'google', 'won')], 6000), 'a')).toBe(6000)
    expect(at(seeList(left, [row('a', null, 'google')], 6000), 'a')).toBe(400)
  })

  it('reads a file of before statuses were kept, and learns them without making an event young', () => {
    const old = unsentBook.parse({
      watchingSince: 5,
      entries: [{ id: 'a', platform: 'meta', at: 7, goneAt: null }],
      delivered: [],
    })
    const book = seeList(old, [row('a')], 9000)
    expect(book.entries).toMatchObject([{ id: 'a', status: 'new', at: 7 }])
    expect(at(seeList(book, [row('a', null, 'meta', 'won')], 9500), 'a')).toBe(9500)
    expect(at(seeList(book, [row('a', null, 'meta', null)], 9500), 'a')).toBe(7)
  })

  it('calls nothing delivered for one list that lags', () => {
    const book = seeList(emptyBook, [row('a'), row('b')], 1000)
    const lagging = seeList(book, [], 2000)
    expect(lagging.delivered).toEqual([])
    expect(seeList(lagging, [row('a'), row('b')], 3000).delivered).toEqual([])
    expect(seeList(lagging, [row('a')], 3000).delivered).toEqual([['meta', 2000]])
  })

  it('is the same book while what is gone stays gone', () => {
    const book = seeList(seeList(seeList(emptyBook, [row('a')], 1000), [], 2000), [], 3000)
    expect(seeList(book, [], 4000)).toBe(book)
  })

  it('learns nothing from a lead asked for before its event was seen', () => {
    const book = seeList(emptyBook, [row('a')], 1000)
    expect(seeChanges(book, new Map([['a', 300]]), 999)).toBe(book)
    expect(at(seeChanges(book, new Map([['a', 300]]), 1000), 'a')).toBe(300)
  })

  it('keeps nothing in the future once a clock that ran ahead is right again', () => {
    const ahead = seeDelivery(seeList(seeList(emptyBook, [row('a'), row('b')], 9000), [row('a')], 9500), 'meta', 9600)
    const right = seeList(ahead, [row('a')], 2000)
    expect(right.watchingSince).toBe(2000)
    expect(right.entries).toMatchObject([
      { id: 'a', at: 2000, firstSeenAt: 2000 },
      { id: 'b', at: 2000, goneAt: 2000 },
    ])
    expect(right.delivered).toEqual([['meta', 2000]])
  })

  it('watches anew after a time in which nobody looked', () => {
    const book = seeList(emptyBook, [row('a')], 1000)
    expect(watchAnew(book, 1000, 1000 + unwatchedAfterMs)).toBe(book)
    expect(watchAnew(book, 1000, 1001 + unwatchedAfterMs).watchingSince).toBe(1001 + unwatchedAfterMs)
    expect(watchAnew(book, null, 1500).watchingSince).toBe(1500)
  })

  it('keeps platforms up to a bound, those of the newest deliveries', () => {
    let book = emptyBook
    for (let n = 0; n < 60; n += 1) book = seeDelivery(book, `p${n}`, n)
    expect(book.delivered).toHaveLength(50)
    expect(book.delivered.at(-1)).toEqual(['p10', 10])
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
          } else book = seeChanges(book, new Map([[one.changed, one.to]]), long)
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

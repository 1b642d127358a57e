import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LeadChanges } from '#contract/lead.ts'
import { sameValue } from '../compare-lead.ts'
import { collapse, fieldsOf, frontDueAt, frontOf, type LanePart, withoutIdle, withoutParts } from './waiting-parts.ts'

type Values = Record<string, string | number | null>

function part(id: string, values: Values, changes: Values, note: string | null = null, dueAt = 0): LanePart {
  return { id, base: { values }, changes: changes as LeadChanges, note, dueAt }
}
const ids = (parts: readonly LanePart[]) => parts.map(({ id }) => id)

const edited = ['status', 'actualValue', 'priority', 'lastName'] as const
const value = fc.constantFrom('a', 'b', 'c', null)
const anyPart = fc
  .record({
    wants: fc.dictionary(fc.constantFrom(...edited), value),
    saw: fc.record({ status: value, actualValue: value, priority: value, lastName: value }),
    note: fc.constantFrom(null, 'Called'),
    dueAt: fc.nat({ max: 100 }),
  })
  .map(({ wants, saw, note, dueAt }) => part('', saw, wants, note, dueAt))
const anyParts = fc
  .array(anyPart, { maxLength: 7 })
  .map((parts) => parts.map((one, index): LanePart => ({ ...one, id: `w${index}` })))

/** Parts of one person, who always sees the own wishes: every base is what is shown then. */
const chained = fc.array(fc.dictionary(fc.constantFrom(...edited), value), { maxLength: 7 }).map((wishes) => {
  let shown: Values = { status: 'start', actualValue: 'start', priority: 'start', lastName: 'start' }
  return wishes.map((wish, index) => {
    const one = part(`w${index}`, shown, wish as Values)
    shown = { ...shown, ...(wish as Values) }
    return one
  })
})

/** What a lead is after all these changes, one upon the other. */
function leadAfter(parts: readonly LanePart[]): Values {
  const first = { status: 'start', actualValue: 'start', priority: 'start', lastName: 'start' }
  return Object.assign(first, ...parts.map(({ changes }) => changes)) as Values
}

describe('the front', () => {
  test('holds a part exactly when its maker saw what those before it want, and begins with the first', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const front = frontOf(parts)
        if (parts[0] !== undefined) expect(front[0]).toBe(parts[0])
        parts.forEach((one, at) => {
          const before = parts.slice(0, at)
          const fits = fieldsOf(one).every((field) => {
            const others = before.filter(({ changes }) => changes[field] !== undefined)
            const seen = others.findLast((other) => front.includes(other))
            return seen === undefined ? others.length === 0 : sameValue(seen.changes[field], one.base.values[field])
          })
          expect(front.includes(one)).toBe(fits)
        })
      }),
    )
  })

  test('of one person is everything', () => {
    fc.assert(
      fc.property(chained, (parts) => {
        expect(frontOf(parts)).toEqual(parts)
      }),
    )
  })

  test('never takes a part before the one it was built on', () => {
    const parts = [
      part('held', { priority: 'a' }, { priority: 'b' }),
      part('unseen', { priority: 'a', lastName: 'a' }, { priority: 'c', lastName: 'b' }),
      part('upon it', { lastName: 'b' }, { lastName: 'a' }),
    ]
    expect(ids(frontOf(parts))).toEqual(['held'])
  })

  test('takes edited notes whose maker saw the lines above them', () => {
    const noted = part('a', { notes: null }, { notes: 'Text' }, 'Called')
    expect(ids(frontOf([noted, part('b', { notes: 'Called\nText' }, { notes: 'New' })]))).toEqual(['a', 'b'])
    expect(ids(frontOf([noted, part('b', { notes: 'Text' }, { notes: 'New' })]))).toEqual(['a'])
  })

  test('leaves with its status, and at once where it has none', () => {
    expect(frontDueAt([part('a', {}, { priority: 'high' }, null, 50)])).toBe(0)
    const status = part('b', {}, { status: 'won' }, null, 30)
    expect(frontDueAt([part('a', {}, { priority: 'high' }, null, 50), status])).toBe(30)
  })
})

describe('collapsing', () => {
  test('leaves one status at most and nothing idle, names every part, and is done at once', () => {
    fc.assert(
      fc.property(anyParts, (given) => {
        const parts = frontOf(given)
        const left = collapse(parts)
        expect(left.parts.filter(({ changes }) => changes.status !== undefined).length).toBeLessThanOrEqual(1)
        for (const { base, changes, note } of left.parts) {
          expect(note !== null || Object.keys(changes).length > 0).toBe(true)
          for (const [field, want] of Object.entries(changes)) {
            expect(sameValue(base.values[field], want as string)).toBe(false)
          }
        }
        const all = new Set([...ids(left.parts), ...left.overtaken, ...left.idle])
        expect([...all].sort()).toEqual(ids(parts).sort())
        expect(collapse(left.parts)).toEqual({ parts: left.parts, overtaken: [], idle: [] })
      }),
    )
  })

  test('loses no note but that of an overtaken status, and nothing but statuses and what goes with them', () => {
    fc.assert(
      fc.property(anyParts, (given) => {
        const parts = frontOf(given)
        const left = collapse(parts)
        for (const before of parts) {
          const now = left.parts.find(({ id }) => id === before.id)
          if (before.note !== null && !left.overtaken.includes(before.id)) expect(now?.note).toBe(before.note)
          for (const field of ['priority', 'lastName'] as const) {
            const want = before.changes[field]
            if (want === undefined || sameValue(before.base.values[field], want)) continue
            expect(now?.changes[field]).toBe(want)
          }
        }
      }),
    )
  })

  test('keeps what one person wants in the end, but for the value of an overtaken status', () => {
    fc.assert(
      fc.property(chained, (parts) => {
        const wanted = leadAfter(parts)
        const left = collapse(parts)
        expect(frontOf(left.parts)).toEqual(left.parts)
        const after = leadAfter(left.parts)
        for (const field of ['status', 'priority', 'lastName']) {
          expect(sameValue(after[field], wanted[field]), field).toBe(true)
        }
      }),
    )
  })

  test('gives a later status the base of the one it takes the place of, and its value too', () => {
    const first = part('a', { status: 'new', actualValue: null }, { status: 'won', actualValue: 5 }, null, 10)
    const second = part('b', { status: 'won', actualValue: 5 }, { status: 'contacted', actualValue: 7 }, null, 12)
    const { parts, overtaken } = collapse([first, second])
    expect(overtaken).toEqual(['a'])
    expect(parts).toEqual([{ ...second, base: { values: { status: 'new', actualValue: null } } }])
  })

  test('leaves the other fields of an overtaken part, and takes the note with its status', () => {
    const first = part('a', { status: 'new', priority: 'low' }, { status: 'won', priority: 'high' }, 'Paid')
    const second = part('b', { status: 'won' }, { status: 'lost' })
    const { parts, overtaken } = collapse([first, second])
    expect(overtaken).toEqual(['a'])
    expect(parts.map(({ changes, note }) => [changes, note])).toEqual([
      [{ priority: 'high' }, null],
      [{ status: 'lost' }, null],
    ])
  })

  test('finds nothing left where a status was changed back', () => {
    const parts = [part('a', { status: 'new' }, { status: 'won' }), part('b', { status: 'won' }, { status: 'new' })]
    expect(collapse(parts)).toEqual({ parts: [], overtaken: ['a'], idle: ['b'] })
  })

  test('never takes an external reference for idle, because nobody sees it', () => {
    const parts = [part('a', {}, { externalRef: null })]
    expect(withoutIdle(parts)).toEqual({ parts, idle: [] })
  })

  test('has nothing to do with a status of somebody who did not see the held one', () => {
    const parts = [part('a', { status: 'new' }, { status: 'won' }), part('b', { status: 'new' }, { status: 'lost' })]
    expect(ids(frontOf(parts))).toEqual(['a'])
  })
})

test('the front leaves with its last status, whatever the grace of an earlier one', () => {
  const won = part('a', { status: 'new' }, { status: 'won' }, null, 10_000)
  const later = part('b', { status: 'won' }, { status: 'contacted' }, null, 6_000)
  expect(frontDueAt([won, later, part('c', {}, {}, 'Called', 0)])).toBe(6_000)
  expect(frontDueAt([part('c', {}, {}, 'Called', 5)])).toBe(0)
})

describe('taking a part out', () => {
  test('lets who built on it stand on what it stood on, so that one person’s parts still leave together', () => {
    fc.assert(
      fc.property(chained, fc.nat(), (parts, at) => {
        fc.pre(parts.length > 0)
        const gone = parts[at % parts.length] as LanePart
        const left = withoutParts(parts, [gone.id])
        expect(ids(left)).toEqual(ids(parts).filter((id) => id !== gone.id))
        expect(frontOf(left)).toEqual(left)
      }),
    )
  })

  test('changes no wish and no base but of the fields that went', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(), (parts, at) => {
        fc.pre(parts.length > 0)
        const gone = parts[at % parts.length] as LanePart
        for (const now of withoutParts(parts, [gone.id])) {
          const before = parts.find(({ id }) => id === now.id)
          expect(now).toMatchObject({ changes: before?.changes, note: before?.note })
          for (const field of edited) {
            const moved = !sameValue(now.base.values[field], before?.base.values[field])
            if (!moved) continue
            expect(sameValue(before?.base.values[field], gone.changes[field])).toBe(true)
            expect(sameValue(now.base.values[field], gone.base.values[field])).toBe(true)
          }
        }
      }),
    )
  })

  test('takes its note line out of the notes that somebody edited upon it', () => {
    const noted = part('a', {}, {}, 'Called')
    const edits = part('b', { notes: 'Called\nOld' }, { notes: 'New' })
    expect(withoutParts([noted, edits], ['a'])[0]?.base.values).toEqual({ notes: 'Old' })
    const typed = part('c', { notes: 'Old' }, { notes: 'Typed' }, 'Called')
    const upon = part('d', { notes: 'Sent\nCalled\nTyped' }, { notes: 'New' })
    const left = withoutParts([typed, part('e', {}, {}, 'Sent'), upon], ['c', 'e'])
    expect(left[0]?.base.values).toEqual({ notes: 'Old' })
  })
})

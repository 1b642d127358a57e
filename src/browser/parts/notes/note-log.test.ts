import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasNoteLine, withNoteLine } from '#contract/note-line.ts'
import { plainName, readNotes, timeOrder, writeNoteLine } from './note-log.ts'

const runs = { numRuns: process.env.PROVE === '1' ? 10_000 : 300 }
const at = Date.UTC(2026, 10, 24, 2, 14)
const zone = 'Asia/Jakarta'

const prose = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ':', ' ', '\n', '\r', '·', '2', '/', '.', '🙂', 'א', 'ب', '\t', '  ', '\u2028'),
  }),
)
const text = prose.map((value) => value.trim().replace(/\r\n?/g, '\n')).filter((value) => value !== '')
const instant = fc.integer({ min: 0, max: Date.UTC(2199, 0) })
const signing = fc.record({
  at: instant,
  zone: fc.constantFrom('Asia/Jakarta', 'Asia/Kathmandu', 'America/New_York', 'UTC'),
  name: fc.option(fc.oneof(prose, fc.constantFrom('Sari', 'Rini K.', 'Andi · Wijaya')), { nil: null }),
})

it('writes the date and time of the workspace, the name and the text, alike in every language', () => {
  expect(writeNoteLine('Asked for a quote.', { at, zone, name: 'Sari' })).toBe(
    '24/11/2026 09.14 · Sari: Asked for a quote.',
  )
  expect(writeNoteLine('Call back', { at, zone, name: null })).toBe('24/11/2026 09.14: Call back')
})

it('indents further lines, so that foreign text beneath is not taken for them', () => {
  const line = writeNoteLine('one\n\nthree', { at, zone, name: 'Sari' })
  expect(line).toBe('24/11/2026 09.14 · Sari: one\n  \n  three')
  expect(readNotes(`${line}\nwritten elsewhere`)).toEqual([
    { kind: 'entry', time: '24/11/2026 09.14', name: 'Sari', text: 'one\n\nthree', raw: `${line}\n` },
    { kind: 'other', raw: 'written elsewhere' },
  ])
})

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(text, signing, (value, sign) => {
      const line = writeNoteLine(value, sign)
      expect(readNotes(line)).toEqual([
        { kind: 'entry', time: line.slice(0, 16), name: plainName(sign.name), text: value, raw: line },
      ])
    }),
    runs,
  )
})

it('reads back every note of a pile, each whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, signing), { minLength: 1, maxLength: 6 }), (notes) => {
      const pile = notes.reduce((below, [value, sign]) => withNoteLine(below, writeNoteLine(value, sign)), '')
      expect(readNotes(pile).map((piece) => (piece.kind === 'entry' ? piece.text : null))).toEqual(
        notes.map(([value]) => value).toReversed(),
      )
    }),
    runs,
  )
})

it('loses no character of foreign text, whatever it is', () => {
  fc.assert(
    fc.property(prose, text, signing, (foreign, value, sign) => {
      const whole = withNoteLine(foreign, writeNoteLine(value, sign))
      expect(
        readNotes(whole)
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(whole)
      expect(
        readNotes(foreign)
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(foreign)
    }),
    runs,
  )
})

it('finds its own line again in notes whose line ends a server changed', () => {
  const line = writeNoteLine('one\ntwo', { at, zone, name: 'Sari' })
  const stored = withNoteLine('older', line).replaceAll('\n', '\r\n')
  expect(hasNoteLine(stored, line)).toBe(true)
  expect(readNotes(stored)[0]).toMatchObject({ kind: 'entry', text: 'one\ntwo' })
})

it('keeps right-to-left text and emoji whole', () => {
  const value = 'مرحبا 👩‍👩‍👧‍👦 שלום'
  expect(readNotes(writeNoteLine(value, { at, zone, name: 'سارة' }))[0]).toMatchObject({ text: value, name: 'سارة' })
})

it('takes a colon and line ends out of a name, which would end it too soon', () => {
  expect(plainName(' Sari:\nRini ')).toBe('Sari Rini')
})

it('sorts by time, not by day of the month', () => {
  expect(timeOrder('01/12/2026 09.00') > timeOrder('30/11/2026 23.59')).toBe(true)
})

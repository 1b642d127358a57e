import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvText, guardCell, unguardCell } from './csv-text.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'promo;=1+1',
    "a;'b",
    '=1+1',
    '+6281234567890',
    '-2',
    '@cmd',
    '\tx',
    '\rx',
    '\0=1',
    "'=1",
    "''",
    'a "quoted", text',
    'two\r\nlines',
  ),
)

test('what is written is read back as it was by a strict reader, guards taken away', () => {
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(hostile, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    )
  fc.assert(
    fc.property(rows, (cells) => {
      const read = Papa.parse<string[]>(csvText(cells), { delimiter: ',', newline: '\r\n' })
      const back = read.data.slice(0, -1).map((row) => row.map(unguardCell))
      expect(back).toEqual(cells)
    }),
  )
})

test('no cell of text begins as a formula does', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r\0]/)
    }),
  )
})

test('numbers are written plainly, and what is unknown is empty, not zero', () => {
  expect(csvText([['a', 0, -2.5, null, undefined, Number.NaN, 1e21]])).toBe('a,0,-2.5,,,,1e+21\r\n')
})

test('nor does a piece of one, where a spreadsheet splits at semicolons or tabs instead', () => {
  const split = fc.constantFrom('promo;=1+1', "x;'=1", 'x\t@cmd', ';;-1', '\t\t+1')
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, split), { minLength: 1, maxLength: 4 }), (cells) => {
      for (const piece of csvText([cells]).split(/[;\t\r\n]/)) expect(piece).not.toMatch(/^"?[=+\-@\0]/)
    }),
  )
})

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEventLines } from './event-lines.ts'

function readAll(pieces: readonly string[]) {
  const toMessages = createEventLines()
  return pieces.flatMap((piece) => toMessages(piece))
}

it('gives a message once the empty line behind it has come, and not before', () => {
  const toMessages = createEventLines()
  expect(toMessages('id: 7\ndata: {"a"')).toEqual([])
  expect(toMessages(':1}\n')).toEqual([])
  expect(toMessages('\n')).toEqual([{ id: '7', data: '{"a":1}' }])
})

it('joins several lines of data, keeps the last id, and passes over comments and other fields', () => {
  expect(readAll([': hi\nretry: 5\nid:1\ndata: a\ndata:b\n\nevent: x\ndata: c\n\nid: 2\n\n: end'])).toEqual([
    { id: '1', data: 'a\nb' },
    { id: '1', data: 'c' },
  ])
})

it('reads the same messages wherever the text is cut and however its lines end', () => {
  const word = fc.stringMatching(/^[a-z{}":,0-9 ]{1,12}$/)
  const message = fc.record({
    id: fc.stringMatching(/^[a-z0-9-]{1,6}$/),
    data: fc.array(word, { minLength: 1, maxLength: 3 }),
  })
  fc.assert(
    fc.property(
      fc.array(message, { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(400), { maxLength: 12 }),
      (messages, end, cuts) => {
        const lines = messages.flatMap(({ id, data }) => [
          ': beat',
          `id: ${id}`,
          ...data.map((line) => `data: ${line}`),
          '',
        ])
        // A comment behind it all: a lone carriage return at the very end is waited on.
        const text = [...lines, ':', ''].join(end)
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((to, index) => text.slice(places[index], to))
        expect(readAll(pieces)).toEqual(messages.map(({ id, data }) => ({ id, data: data.join('\n') })))
      },
    ),
    { numRuns: process.env.PROVE === '1' ? 20_000 : 300 },
  )
})

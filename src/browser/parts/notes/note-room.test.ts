import { expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { withNoteLine } from '#contract/note-line.ts'
import { writeNoteLine } from './note-log.ts'
import { clearingFor, noteRoom } from './note-room.ts'

const signing = { at: 0, zone: 'UTC', name: null }

/** Notes that come to `length` UTF-16 units once `line` stands on top of them. */
function notesFor(length: number, line: string, unit: string): string {
  const room = length - line.length - 1
  const units = unit.repeat(Math.floor(room / unit.length))
  return units + '.'.repeat(room - units.length)
}

it.each(['x', '🙂', 'ש', '👩‍👩‍👧‍👦'])('counts UTF-16 units and warns from 4,500 on, notes of %s', (unit) => {
  const line = writeNoteLine('Sent the price list 🙂', signing)
  const stateAt = (length: number) => noteRoom(notesFor(length, line, unit), line)
  expect(stateAt(4499)).toEqual({ length: 4499, state: 'free' })
  expect(stateAt(4500)).toEqual({ length: 4500, state: 'near' })
  expect(stateAt(5000)).toEqual({ length: 5000, state: 'near' })
  expect(stateAt(5001)).toEqual({ length: 5001, state: 'full' })
})

it('says of a note that is too long by itself that it never fits', () => {
  expect(noteRoom('', 'x'.repeat(limits.notes)).state).toBe('near')
  expect(noteRoom('', 'x'.repeat(limits.notes + 1)).state).toBe('too-long')
})

it('counts what is there while nothing is typed', () => {
  expect(noteRoom('12345', '')).toEqual({ length: 5, state: 'free' })
  expect(noteRoom(null, '').length).toBe(0)
})

const day = 24 * 60 * 60 * 1000
const note = (dayOfJanuary: number, text: string) => writeNoteLine(text, { ...signing, at: (dayOfJanuary - 1) * day })

it('clears the oldest notes by their time, as few as make room, and nothing of what others wrote', () => {
  const foreign = `Foreign ${'f'.repeat(1000)}`
  const pile = [note(3, 'c'.repeat(1300)), note(1, 'a'.repeat(1300)), note(2, 'b'.repeat(1300)), foreign].join('\n')
  const line = note(4, 'new '.repeat(100))
  const clearing = clearingFor(pile, line)
  expect(clearing?.count).toBe(1)
  expect(clearing?.removed).toBe(note(1, 'a'.repeat(1300)))
  expect(clearing?.rest).toBe([note(3, 'c'.repeat(1300)), note(2, 'b'.repeat(1300)), foreign].join('\n'))
  expect(withNoteLine(clearing?.rest, line).length).toBeLessThanOrEqual(limits.notes)
})

it('clears several where one is not enough, and they can be read in the clipboard', () => {
  const pile = Array.from({ length: 10 }, (_, index) => note(20 - index, `${index}${'x'.repeat(450)}`)).join('\n')
  const clearing = clearingFor(pile, note(30, 'y'.repeat(1600)))
  expect(clearing?.count).toBe(3)
  expect(clearing?.removed.split('\n')).toHaveLength(3)
})

it('offers nothing where only text of others could go', () => {
  expect(clearingFor('f'.repeat(4990), note(1, 'no room for this'))).toBeNull()
})

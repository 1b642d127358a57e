import { limits } from '#contract/limits.ts'
import { withNoteLine } from '#contract/note-line.ts'
import { type NotePiece, readNotes, timeOrder } from './note-log.ts'

/** From here on there is little room left, and the box says so. UTF-16 units, as Konektor's limit. */
export const notesNearFullAt = 4500

/** The room a note finds: `near` still fits, `full` fits once older ones are gone, `too-long` never does. */
export interface NoteRoom {
  /** Of the notes with the line on top. */
  readonly length: number
  readonly state: 'free' | 'near' | 'full' | 'too-long'
}

/** `line` is '' while nothing is typed. */
export function noteRoom(notes: string | null | undefined, line: string): NoteRoom {
  const length = line === '' ? (notes ?? '').length : withNoteLine(notes, line).length
  if (line.length > limits.notes) return { length, state: 'too-long' }
  if (length > limits.notes) return { length, state: line === '' ? 'near' : 'full' }
  return { length, state: length >= notesNearFullAt ? 'near' : 'free' }
}

export interface Clearing {
  /** What stays of the notes. */
  readonly rest: string
  /** The notes that go, newest first, as they stood. */
  readonly removed: string
  readonly count: number
}

/**
 * The oldest notes that must go so that `line` fits; null where it would not even then. Only notes of ours go: text that
 * somebody else wrote is not touched.
 */
export function clearingFor(notes: string | null | undefined, line: string): Clearing | null {
  const pieces = readNotes(notes)
  const oldestFirst = pieces.filter((piece) => piece.kind === 'entry').toReversed()
  oldestFirst.sort((a, b) => timeOrder(a.time).localeCompare(timeOrder(b.time)))
  const gone = new Set<NotePiece>()
  for (const entry of oldestFirst) {
    gone.add(entry)
    const rest = joined(pieces.filter((piece) => !gone.has(piece)))
    if (withNoteLine(rest, line).length <= limits.notes) {
      return { rest, removed: joined(pieces.filter((piece) => gone.has(piece))), count: gone.size }
    }
  }
  return null
}

function joined(pieces: readonly NotePiece[]): string {
  return pieces
    .map(({ raw }) => raw)
    .join('')
    .replace(/(?:\r\n|\r|\n)$/, '')
}

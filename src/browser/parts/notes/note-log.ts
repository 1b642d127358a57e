/**
 * How a note stands in a lead's one field for notes, in both languages alike because a workspace shares it:
 *
 *     24/11/2026 09.14 · Sari: Asked for a quote on 40 units.
 *       Call again on Friday.
 *
 * Further lines are indented, so that text which somebody else wrote beneath is never taken for part of it.
 */
export interface NoteEntry {
  readonly kind: 'entry'
  /** DD/MM/YYYY HH.MM in the workspace's zone. */
  readonly time: string
  /** '' where nobody said who wrote it. */
  readonly name: string
  readonly text: string
  /** As it stands in the field, line end included. */
  readonly raw: string
}

/** Text that is not ours. */
export interface OtherText {
  readonly kind: 'other'
  readonly raw: string
}

export type NotePiece = NoteEntry | OtherText

const indent = '  '
const head = /^(\d{2}\/\d{2}\/\d{4} \d{2}\.\d{2})(?: · ([^:]{1,60}))?: (\S.*)$/su
const lineEnd = /\r\n|\r|\n/g

/** The whole line for one note. `at` is epoch milliseconds. */
export function writeNoteLine(text: string, { at, zone, name }: NoteSigning): string {
  const lines = text.trim().split(lineEnd).join(`\n${indent}`)
  const signature = plainName(name)
  return `${stampOf(at, zone)}${signature === '' ? '' : ` · ${signature}`}: ${lines}`
}

export interface NoteSigning {
  readonly at: number
  readonly zone: string
  /** '' or null for nobody. */
  readonly name: string | null
}

/** A colon would end the name where it stands. */
export function plainName(name: string | null): string {
  return [...(name ?? '').replace(/[:\s]+/g, ' ')].slice(0, 60).join('').slice(0, 60).trim()
}

function stampOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('day')}/${of('month')}/${of('year').padStart(4, '0')} ${of('hour')}.${of('minute')}`
}

/** Takes notes apart; the pieces' `raw` put together is the very same text. */
export function readNotes(notes: string | null | undefined): readonly NotePiece[] {
  const pieces: NotePiece[] = []
  for (const { content, raw } of linesOf(notes ?? '')) {
    const last = pieces.at(-1)
    const match = head.exec(content)
    if (match !== null) {
      const [, time = '', name = '', text = ''] = match
      pieces.push({ kind: 'entry', time, name, text, raw })
    } else if (last?.kind === 'entry' && content.startsWith(indent)) {
      pieces[pieces.length - 1] = {
        ...last,
        text: `${last.text}\n${content.slice(indent.length)}`,
        raw: last.raw + raw,
      }
    } else if (last?.kind === 'other') {
      pieces[pieces.length - 1] = { kind: 'other', raw: last.raw + raw }
    } else {
      pieces.push({ kind: 'other', raw })
    }
  }
  return pieces
}

function linesOf(text: string): readonly { readonly content: string; readonly raw: string }[] {
  const lines: { content: string; raw: string }[] = []
  let start = 0
  for (const match of text.matchAll(lineEnd)) {
    const end = match.index + match[0].length
    lines.push({ content: text.slice(start, match.index), raw: text.slice(start, end) })
    start = end
  }
  if (start < text.length) lines.push({ content: text.slice(start), raw: text.slice(start) })
  return lines
}

/** Sorts by time: 24/11/2026 09.14 gives 2026/11/24 09.14. */
export function timeOrder(time: string): string {
  return `${time.slice(6, 10)}/${time.slice(3, 5)}/${time.slice(0, 2)}${time.slice(10)}`
}

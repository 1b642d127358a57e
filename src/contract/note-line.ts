/** Puts a note on top of what is there: the newest first, each on lines of its own. */
export function withNoteLine(notes: string | null | undefined, line: string): string {
  return notes == null || notes === '' ? line : `${line}\n${notes}`
}

/** True where the very same note stands in the notes already: it was written, and must not be written twice. */
export function hasNoteLine(notes: string | null | undefined, line: string): boolean {
  return `\n${plain(notes ?? '')}\n`.includes(`\n${plain(line)}\n`)
}

/** Servers differ in line ends, and trim. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** One cell as the program knows it; unknown is empty. Numbers are written plainly, with a point, for other programs to read. */
export type Cell = string | number | null | undefined

/** What a spreadsheet takes for the start of a formula (OWASP "CSV Injection"); NUL, which some drop and then look again. */
const formulaStart = "=+\\-@\\t\\r\\0'"
const atStart = new RegExp(`^(?=[${formulaStart}])`)
/** Where a spreadsheet of another country would begin a cell of its own: it splits at semicolons, some at tabs. */
const atSplit = new RegExp(`([;\\t])(?=[${formulaStart}])`, 'g')

/** Text that a spreadsheet would run is guarded by an apostrophe; so is one that begins with an apostrophe, so that taking the guard away gives back what was there (safety S39). */
export function guardCell(text: string): string {
  return text.replaceAll(atSplit, "$1'").replace(atStart, "'")
}

/** The guards taken away again. */
export function unguardCell(text: string): string {
  return text.replace(/^'/, '').replaceAll(/([;\t])'/g, '$1')
}

/** Rows as CSV after RFC 4180: commas, CRLF, quotes where a cell needs them, also where a spreadsheet of another country splits at semicolons. Text is guarded, numbers are not: they are never typed by anybody. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell == null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const guarded = guardCell(cell)
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** One cell as the program knows it; unknown is empty. Numbers are written plainly, with a point, for other programs to read. */
export type Cell = string | number | null | undefined

/** What a spreadsheet takes for the start of a formula (OWASP "CSV Injection"); NUL, which some drop and then look again. */
const formulaStart = /^[=+\-@\t\r\0]/

/** A cell that a spreadsheet would run is guarded by an apostrophe; one that already begins so is too, so that taking one away gives back what was there (safety S39). */
export function guardCell(text: string): string {
  return formulaStart.test(text) || text.startsWith("'") ? `'${text}` : text
}

/** The guard taken away again. */
export function unguardCell(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text
}

/** Rows as CSV after RFC 4180: commas, CRLF, quotes where a cell needs them. Text is guarded, numbers are not: they are never typed by anybody. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell == null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const guarded = guardCell(cell)
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

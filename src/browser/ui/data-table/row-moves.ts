/** The row a key leads to, or null for a key that moves nothing. `from` is -1 while no row is active; `pageRows` fit on the screen. */
export function rowAfterKey(key: string, from: number, count: number, pageRows: number): number | null {
  if (count === 0) return null
  const to = target(key, from, count, Math.max(1, pageRows))
  return to === null ? null : Math.min(count - 1, Math.max(0, to))
}

function target(key: string, from: number, count: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from < 0 ? 0 : from - 1
    case 'PageDown':
      return Math.max(0, from) + pageRows
    case 'PageUp':
      return from - pageRows
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

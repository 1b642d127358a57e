import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts the focus on a row by id, at once or as soon as it is in the page. `scrollTo` brings it into sight and says
 * whether there is such a row.
 */
export function useRowFocus(
  scroller: RefObject<HTMLElement | null>,
  scrollTo: (id: string) => boolean,
): (id: string) => boolean {
  const wanted = useRef<string | null>(null)
  const focusNow = (id: string): boolean => {
    // Compared, not put into a selector: an id is any text.
    const rows = scroller.current?.querySelectorAll<HTMLElement>('[data-row-id]') ?? []
    const row = [...rows].find((candidate) => candidate.dataset.rowId === id)
    row?.focus({ preventScroll: true })
    return row !== undefined
  }
  useEffect(() => {
    if (wanted.current !== null && focusNow(wanted.current)) wanted.current = null
  })
  return (id) => {
    if (!scrollTo(id)) return false
    wanted.current = focusNow(id) ? null : id
    return true
  }
}

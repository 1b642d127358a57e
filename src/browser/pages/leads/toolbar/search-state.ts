import { limits } from '#contract/limits.ts'

/**
 * The text searched for, in `history.state`: Back and reload keep it, while links and server logs never have it, for it
 * names people. `typing` is the visit to the box that made this entry, so that one search is one step back.
 */
export interface SearchState {
  readonly search: string
  readonly typing: number | null
}

/** Reads whatever a history entry carries. */
export function readSearchState(state: unknown): SearchState {
  const { search, typing } = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>
  return {
    search: typeof search === 'string' ? search.slice(0, limits.search) : '',
    typing: typeof typing === 'number' ? typing : null,
  }
}

/** Whether a change of the text belongs to the search that made the present entry, and so takes its place in the history. */
export function continuesSearch(current: SearchState, next: string, typing: number): boolean {
  return current.typing === typing && current.search !== '' && next !== ''
}

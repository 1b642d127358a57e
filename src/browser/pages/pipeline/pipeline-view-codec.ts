import { decodeFilters, encodeFilters, type Filters, filterParameters, noFilters } from '#parts/filter/filter-codec.ts'
import type { Decoded } from '#parts/period/period-codec.ts'
import { type ColumnStatus, columnStatuses } from './board-statuses.ts'

/** What is being looked at, as an address says it. */
export interface PipelineView {
  readonly filters: Filters
  /** The column that a phone shows, and that a wide screen begins with. */
  readonly column: ColumnStatus
}

export const firstPipelineView: PipelineView = { filters: noFilters, column: 'new' }

const known: readonly string[] = [...filterParameters, 'column']

/** Reads an address. Parts that make no sense are named and otherwise as if absent. */
export function decodePipelineView(search: URLSearchParams): Decoded<PipelineView> {
  const filters = decodeFilters(search)
  const ignored = [...filters.ignored]
  const text = search.get('column')
  const column = columnStatuses.find((status) => status === text)
  if (text !== null && column === undefined) ignored.push(`column=${text}`)
  const seen = new Set<string>()
  for (const [name, value] of search) {
    // A name nobody knows, or a second value: a filter takes one.
    if (!known.includes(name) || seen.has(name)) ignored.push(`${name}=${value}`)
    seen.add(name)
  }
  return { value: { filters: filters.value, column: column ?? firstPipelineView.column }, ignored }
}

/** Writes an address; what is as at first is left out, so that equal views have equal addresses. */
export function encodePipelineView(view: PipelineView): URLSearchParams {
  const search = encodeFilters(view.filters, new URLSearchParams())
  if (view.column !== firstPipelineView.column) search.set('column', view.column)
  return search
}

import {
  type LeadSortField,
  type LeadStatus,
  leadSortFields,
  leadStatuses,
  type SortOrder,
  sortOrders,
} from '#contract/vocabularies.ts'
import { decodeFilters, encodeFilters, type Filters, filterParameters, noFilters } from '#parts/filter/filter-codec.ts'
import type { Decoded } from '#parts/period/period-codec.ts'

/** What is being looked at, as an address says it. The text searched for is not here: it names people (see `use-lead-view`). */
export interface LeadView {
  readonly status: LeadStatus | null
  readonly filters: Filters
  readonly sortBy: LeadSortField
  readonly sortOrder: SortOrder
  /** Leaves visits out of what is drawn; the question to the server stays the same. */
  readonly hidesVisits: boolean
}

export const firstLeadView: LeadView = {
  status: null,
  filters: noFilters,
  sortBy: 'updatedAt',
  sortOrder: 'desc',
  hidesVisits: false,
}

const sortNames = { createdAt: 'created', updatedAt: 'updated' } as const satisfies Record<LeadSortField, string>
const known: readonly string[] = [...filterParameters, 'status', 'sort', 'order', 'visits']

/** Reads an address. Parts that make no sense are named and otherwise as if absent. */
export function decodeLeadView(search: URLSearchParams): Decoded<LeadView> {
  const ignored: string[] = []
  const read = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const text = search.get(name)
    const value = text === null ? fallback : values.find((candidate) => candidate === text)
    if (value === undefined) ignored.push(`${name}=${text}`)
    return value ?? fallback
  }
  const status = search.has('status') ? read<LeadStatus | ''>('status', leadStatuses, '') : ''
  const filters = decodeFilters(search)
  const sort = read('sort', Object.values(sortNames), sortNames[firstLeadView.sortBy])
  const sortOrder = read('order', sortOrders, firstLeadView.sortOrder)
  const visits = read('visits', ['shown', 'hidden'], 'shown')
  ignored.push(...filters.ignored)
  const seen = new Set<string>()
  for (const [name, value] of search) {
    // A name nobody knows, or a second value: a filter takes one.
    if (!known.includes(name) || seen.has(name)) ignored.push(`${name}=${value}`)
    seen.add(name)
  }
  return {
    value: {
      status: status === '' ? null : status,
      filters: filters.value,
      sortBy: leadSortFields.find((field) => sortNames[field] === sort) ?? firstLeadView.sortBy,
      sortOrder,
      hidesVisits: visits === 'hidden',
    },
    ignored,
  }
}

/** Writes an address; what is as at first is left out, so that equal views have equal addresses. */
export function encodeLeadView(view: LeadView): URLSearchParams {
  const search = new URLSearchParams()
  if (view.status !== null) search.set('status', view.status)
  const next = encodeFilters(view.filters, search)
  if (view.sortBy !== firstLeadView.sortBy) next.set('sort', sortNames[view.sortBy])
  if (view.sortOrder !== firstLeadView.sortOrder) next.set('order', view.sortOrder)
  if (view.hidesVisits) next.set('visits', 'hidden')
  return next
}

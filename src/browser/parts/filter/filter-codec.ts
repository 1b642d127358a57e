import { uuid } from '#contract/text-schemas.ts'
import {
  type AdPlatform,
  adPlatforms,
  type LeadPriority,
  type LeadSource,
  leadPriorities,
  leadSources,
} from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { type Decoded, decodePeriod } from '../period/period-codec.ts'

/** What leads can be narrowed by beside their status: one value each, as the API has it; null and all time do not narrow. */
export interface Filters {
  readonly priority: LeadPriority | null
  readonly source: LeadSource | null
  readonly adPlatform: AdPlatform | null
  /** A member's UUID. */
  readonly assignedTo: string | null
  /** When the lead was created. */
  readonly created: Period
}

export type FilterName = keyof Filters
export const filterNames = [
  'priority',
  'source',
  'adPlatform',
  'assignedTo',
  'created',
] as const satisfies readonly FilterName[]

export const noFilters: Filters = {
  priority: null,
  source: null,
  adPlatform: null,
  assignedTo: null,
  created: 'all_time',
}

/** Names in an address. The period has the names it has on every page. */
export const filterParameters = ['priority', 'source', 'platform', 'assignee', 'period', 'from', 'to'] as const

/** The filters that narrow, in the order they are shown. */
export function activeFilters(filters: Filters): readonly FilterName[] {
  return filterNames.filter((name) => filters[name] !== noFilters[name])
}

export function withoutFilter(filters: Filters, name: FilterName): Filters {
  return { ...filters, [name]: noFilters[name] }
}

export function isMemberId(text: string): boolean {
  return uuid().safeParse(text).success
}

/** Reads the filters of an address. What makes no sense does not narrow, and is named. */
export function decodeFilters(search: URLSearchParams): Decoded<Filters> {
  const ignored: string[] = []
  const read = <T extends string>(name: string, accepts: (text: string) => T | undefined): T | null => {
    const text = search.get(name)
    if (text === null) return null
    const value = accepts(text)
    if (value === undefined) ignored.push(`${name}=${text}`)
    return value ?? null
  }
  const priority = read('priority', (text) => leadPriorities.find((value) => value === text))
  const source = read('source', (text) => leadSources.find((value) => value === text))
  const adPlatform = read('platform', (text) => adPlatforms.find((value) => value === text))
  const assignedTo = read('assignee', (text) => (isMemberId(text) ? text : undefined))
  const hasPeriod = ['period', 'from', 'to'].some((name) => search.has(name))
  const period = hasPeriod ? decodePeriod(search) : { value: noFilters.created, ignored: [] }
  ignored.push(...period.ignored)
  const created = period.ignored.length > 0 ? noFilters.created : period.value
  return { value: { priority, source, adPlatform, assignedTo, created }, ignored }
}

/** Writes the filters over an address; those that do not narrow are left out. */
export function encodeFilters(filters: Filters, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const name of filterParameters) next.delete(name)
  const write = (name: string, value: string | null) => {
    if (value !== null) next.set(name, value)
  }
  write('priority', filters.priority)
  write('source', filters.source)
  write('platform', filters.adPlatform)
  write('assignee', filters.assignedTo)
  if (typeof filters.created !== 'string') {
    next.set('from', filters.created.first)
    next.set('to', filters.created.last)
  } else if (filters.created !== noFilters.created) {
    next.set('period', filters.created)
  }
  return next
}

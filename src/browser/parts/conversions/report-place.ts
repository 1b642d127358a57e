import type { FailureGroup } from './failure-groups.ts'

const name = 'failure'

/** Where a ticket about a group of failures is written: the form, filled from what is known by then. */
export function reportPlace({ id }: Pick<FailureGroup, 'id'>): string {
  return `/support?${new URLSearchParams({ [name]: id }).toString()}`
}

/** Which group an address asks for, by one of its leads; null for none. */
export function reportedLead(search: URLSearchParams): string | null {
  return search.get(name) || null
}

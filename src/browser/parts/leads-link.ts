import type { Period } from '#queries/period.ts'

/** Filters of the lead list that other pages link to. */
interface LinkedLeads {
  readonly status?: string
  readonly platform?: string
  /** Becomes the range in which the leads were created. */
  readonly period: Period
}

/**
 * The address of the leads behind a figure. `created` is a preset's name, `from` and `to` are local days, both
 * included; all time sets no range.
 */
export function leadsLink({ status, platform, period }: LinkedLeads): string {
  const search = new URLSearchParams()
  if (status !== undefined) search.set('status', status)
  if (platform !== undefined) search.set('platform', platform)
  if (typeof period !== 'string') {
    search.set('from', period.first)
    search.set('to', period.last)
  } else if (period !== 'all_time') {
    search.set('created', period)
  }
  const query = search.toString()
  return query === '' ? '/leads' : `/leads?${query}`
}

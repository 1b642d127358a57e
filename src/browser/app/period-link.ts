import { decodePeriod, encodePeriod } from '#parts/period/period-codec.ts'
import { defaultPeriod } from '#queries/period.ts'

/** Pages that look at a period; going from one to another keeps it. */
const pagesWithPeriod: readonly string[] = ['/', '/funnel', '/campaigns', '/conversions']

/** Where a link of the navigation leads from an address: the page, with the period that is being looked at. */
export function navigationTarget(to: string, from: { readonly pathname: string; readonly search: string }): string {
  // A page with a lead open beside it is still that page.
  const page = `/${from.pathname.split('/')[1] ?? ''}`
  if (!pagesWithPeriod.includes(to) || !pagesWithPeriod.includes(page)) return to
  const { value, ignored } = decodePeriod(new URLSearchParams(from.search))
  const search = encodePeriod(ignored.length > 0 ? defaultPeriod : value, new URLSearchParams()).toString()
  return search === '' ? to : `${to}?${search}`
}

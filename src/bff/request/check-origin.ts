import { dashboardHeader } from '#contract/headers.ts'
import { BffError } from '../own/bff-error.ts'

/** A request's target as it came: the path and the query behind `?`, undecoded. */
export interface RawTarget {
  readonly path: string
  readonly query: string
}

/**
 * Lets only this dashboard's own page in (safety S13, S14): a listed Host, the static header that no form, link or
 * image can send, and a fetch that the browser calls same-origin. Without `Sec-Fetch-Site` the Origin decides.
 * Answers the raw target, whose authority must be that Host (no absolute-form, no userinfo).
 */
export function createOriginCheck(allowedOrigins: readonly string[]): (request: Request) => RawTarget {
  const origins = new Set(allowedOrigins.map((origin) => new URL(origin).origin))
  const hosts = new Set(allowedOrigins.map((origin) => new URL(origin).host))
  return (request) => {
    const { headers, url } = request
    const host = headers.get('host')?.toLowerCase() ?? ''
    const origin = headers.get('origin')
    const site = headers.get('sec-fetch-site')
    const ownOrigin = origin === null || (origins.has(origin) && new URL(origin).host === host)
    const ownSite = site === null || site === 'same-origin'
    if (!hosts.has(host) || !ownOrigin || !ownSite || headers.get(dashboardHeader.name) !== dashboardHeader.value) {
      throw new BffError('ORIGIN_REFUSED', 'This request did not come from this dashboard')
    }
    const pathAt = url.indexOf('/', url.indexOf('//') + 2)
    if (pathAt < 0 || url.slice(url.indexOf('//') + 2, pathAt).toLowerCase() !== host) {
      throw new BffError('BAD_REQUEST', 'The target is not a path')
    }
    const target = url.slice(pathAt).split('#', 1)[0] ?? ''
    const queryAt = target.indexOf('?')
    return queryAt < 0
      ? { path: target, query: '' }
      : { path: target.slice(0, queryAt), query: target.slice(queryAt + 1) }
  }
}

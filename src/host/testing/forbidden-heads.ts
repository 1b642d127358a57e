import { dashboardHeader } from '#contract/headers.ts'

/** The head of a request that must be refused, and how. */
export interface ForbiddenHead {
  readonly hosts: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly status: 400 | 403
}

/**
 * Every combination of what tells a request of this dashboard's own page from others (safety S13, S14), but for the few
 * that are right. `own`: the server's name with its port.
 */
export function forbiddenHeads(own: string): ForbiddenHead[] {
  const [name = '', port = ''] = own.split(':')
  const another = `${name}:${Number(port) - 1}`
  const statics = [dashboardHeader.value, '0', undefined]
  const sites = ['same-origin', undefined, 'same-site', 'cross-site', 'none']
  const origins = [undefined, `http://${own}`, `http://${another}`, `https://${own}`, 'https://evil.example', 'null']
  const hosts = [[own], ['evil.example'], [name], [another], [own, own], [own, 'evil.example'], []]
  const heads: ForbiddenHead[] = []
  for (const host of hosts)
    for (const fixed of statics)
      for (const site of sites)
        for (const origin of origins) {
          const isOwn = (site ?? 'same-origin') === 'same-origin' && (origin ?? `http://${own}`) === `http://${own}`
          if (host.length === 1 && host[0] === own && fixed === dashboardHeader.value && isOwn) continue
          const given = { [dashboardHeader.name]: fixed, 'Sec-Fetch-Site': site, Origin: origin }
          const headers = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
          heads.push({ hosts: host, headers: Object.fromEntries(headers), status: host.length === 1 ? 403 : 400 })
        }
  return heads
}

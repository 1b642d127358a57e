import { readEvents } from '#bff/live/testing/read-events.ts'
import { purposeHeader } from '#contract/headers.ts'
import type { LiveEvent } from '#contract/live.ts'
import { ownHeaders } from './own-headers.ts'

const json = { ...ownHeaders, 'content-type': 'application/json' }

const agent = '/api/v2/agent'
const period = 'from=2026-10-27T00:00:00.000Z&to=2026-11-27T00:00:00.000Z'
const earlier = 'from=2026-09-26T00:00:00.000Z&to=2026-10-27T00:00:00.000Z'
/** What a page asks for when it is opened, and again when figures have changed. */
const pages = {
  overview: [
    `${agent}/analytics/summary?${period}`,
    `${agent}/analytics/summary?${earlier}`,
    `${agent}/analytics/funnel?${period}`,
    `${agent}/conversions/status?${period}`,
    `${agent}/leads?status=new&sortBy=createdAt&sortOrder=asc&limit=100`,
    `${agent}/leads?status=won&sortBy=updatedAt&sortOrder=desc&limit=100`,
  ],
  leads: [`${agent}/leads?sortBy=updatedAt&sortOrder=desc&limit=50`],
} as const

export interface RealDashboard {
  /** Status of every answer it was given. */
  readonly statuses: ReadonlyMap<number, number>
  leave(): Promise<void>
}

/** One browser's share of the work, over real HTTP: opens a page, listens, asks again when told to, and is used by somebody. */
export async function openRealDashboard(
  origin: string,
  page: keyof typeof pages,
  isUsed: boolean,
  heard: (event: LiveEvent) => void,
): Promise<RealDashboard> {
  const statuses = new Map<number, number>()
  const leaving = new AbortController()
  const { signal } = leaving

  async function ask(path: string, headers: Record<string, string> = ownHeaders): Promise<void> {
    const response = await fetch(origin + path, { headers, signal })
    await response.arrayBuffer()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  }
  const quietly = (asked: Promise<void>) => asked.catch(() => undefined)

  await Promise.all([`${agent}/workspace`, ...pages[page]].map((path) => ask(path)))
  const stream = readEvents(await fetch(`${origin}/bff/events`, { headers: ownHeaders, signal }))
  async function listen(): Promise<void> {
    for (let event = await stream.next(); event !== null; event = await stream.next()) {
      heard(event)
      const follows = event.kind === 'gap' || (event.kind === 'figures' && page === 'overview')
      if (follows)
        for (const path of pages[page]) void quietly(ask(path, { ...ownHeaders, [purposeHeader]: 'refresh' }))
    }
  }
  void listen().catch(() => undefined)
  const sign = () =>
    void fetch(`${origin}/bff/presence`, { method: 'POST', headers: json, body: '{"active":true}', signal }).catch(
      () => undefined,
    )
  const timer = isUsed ? setInterval(sign, 60_000) : undefined
  if (isUsed) sign()
  return {
    statuses,
    async leave() {
      clearInterval(timer)
      leaving.abort()
    },
  }
}

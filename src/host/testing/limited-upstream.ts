import { createServer } from 'node:http'
import { listenOnLoopback } from '#bff/recording/loopback-server.ts'
import { buildLead } from '#contract/build-lead.ts'

const minute = 60_000

export interface LimitedUpstream {
  readonly baseUrl: string
  /** Epoch milliseconds of every request that came, of anybody. */
  readonly arrivals: number[]
  /** How many were refused. */
  refused(): number
  /** Somebody else's request with the same budget. */
  rival(): void
  close(): Promise<void>
}

/** A stand-in for Konektor that keeps a limit as it does: so many requests in each minute of its clock, then 429. */
export async function startLimitedUpstream(limit: number): Promise<LimitedUpstream> {
  const arrivals: number[] = []
  let refusals = 0
  let windowEnds = 0
  let used = 0

  function count(): boolean {
    const now = Date.now()
    if (now >= windowEnds) {
      windowEnds = now - (now % minute) + minute
      used = 0
    }
    used += 1
    return used <= limit
  }

  const server = createServer((request, response) => {
    request.resume()
    arrivals.push(Date.now())
    const isGood = count()
    if (!isGood) refusals += 1
    response.writeHead(isGood ? 200 : 429, {
      'content-type': 'application/json',
      'x-request-id': crypto.randomUUID(),
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-reset': String(Math.ceil(windowEnds / 1000)),
      ...(isGood ? {} : { 'retry-after': String(Math.max(1, Math.ceil((windowEnds - Date.now()) / 1000))) }),
    })
    const error = { code: 'RATE_LIMITED', message: 'Rate limit exceeded', details: null }
    const leads = {
      success: true,
      data: [buildLead()],
      pagination: { page: 1, limit: 50, total: 1, totalPages: 1, nextCursor: null },
    }
    response.end(JSON.stringify(isGood ? leads : { success: false, error }))
  })
  return {
    ...(await listenOnLoopback(server)),
    arrivals,
    refused: () => refusals,
    rival: () => void count(),
  }
}

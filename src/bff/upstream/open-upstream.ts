import { Pool } from 'undici'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { type Endpoint, fillTarget } from '#contract/endpoint.ts'
import { keyFinder } from '../key-forms.ts'
import { checkAnswer } from './check-answer.ts'
import { exchange } from './exchange.ts'
import type { Timing } from './timing.ts'
import type { Forward } from './upstream-call.ts'
import { UpstreamFailure } from './upstream-failure.ts'

export interface OpenUpstream {
  readonly forward: Forward
  /** Breaks off every call: what was sent ends as one that may have acted. */
  breakOff(): Promise<void>
  close(): Promise<void>
}

/** Connections kept open to the upstream at most; more calls wait, at longest as long as connecting may take. */
const connections = 64

/**
 * The only way out: one origin, URLs built from the endpoint table, the key added here and nowhere else. Of the
 * person's own headers none goes up.
 */
export function openUpstream(options: {
  baseUrl: URL
  key: string
  version: string
  timing: Timing
  /** Epoch milliseconds, to stamp answers with. */
  now: () => number
}): OpenUpstream {
  const { baseUrl, key, version, timing, now } = options
  const pool = new Pool(baseUrl.origin, { connections, pipelining: 1, connect: { timeout: timing.connectMs + 1000 } })
  const findsKey = keyFinder(key)
  const prefix = baseUrl.pathname.replace(/\/$/, '')
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${key}`,
    'user-agent': `konektor-dashboard/${version}`,
  }
  const writeHeaders = { ...headers, 'content-type': 'application/json' }
  return {
    async forward(call) {
      const endpoint: Endpoint = agentEndpoints[call.name]
      const path = prefix + fillTarget(endpoint, call)
      const request =
        call.body === undefined
          ? { method: endpoint.method, path, headers }
          : { method: endpoint.method, path, headers: writeHeaders, body: JSON.stringify(call.body) }
      const raw = await exchange(pool, request, timing, call.signal)
      return checkAnswer(raw, findsKey, now).catch((error: unknown) => {
        // The request has reached the upstream, whatever went wrong with reading its answer.
        throw error instanceof UpstreamFailure ? error : new UpstreamFailure('invalid', true, { cause: error })
      })
    },
    breakOff: () => pool.destroy(),
    close: () => (pool.destroyed ? Promise.resolve() : pool.close()),
  }
}

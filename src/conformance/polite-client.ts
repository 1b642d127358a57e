import { agentHeaders } from '#contract/headers.ts'
import { Mismatch, Unchecked } from './clause.ts'
import type { Ask, Exchange } from './exchange.ts'

/** The world outside: the network and the time. */
export interface World {
  fetch(request: Request): Promise<Response>
  /** Unix ms. */
  now(): number
  sleep(ms: number): Promise<void>
}

/** A fifth of the workspace's requests stays with those who work in it. */
const reservedShare = 0.2
const windowMs = 60_000
/** Longer is no pause in a check. */
const longestWaitMs = 120_000
const attempts = 3
const withinMs = 30_000

export interface PoliteClient {
  send(ask: Ask): Promise<Exchange>
  /** Every exchange so far, in order, refusals by the limit included. */
  readonly seen: readonly Exchange[]
}

/** Calls one after the other; waits where the limit is nearly used up, and as long as a 429 asks for. */
export function politeClient(base: string, key: string, world: World, say: (line: string) => void): PoliteClient {
  const seen: Exchange[] = []

  async function wait(ms: number, why: string): Promise<void> {
    say(`… waiting ${Math.ceil(ms / 1000)} s: ${why}`)
    await world.sleep(ms)
  }

  async function keepReserve(): Promise<void> {
    const last = seen.at(-1)
    const [limit, left, reset] = [agentHeaders.rateLimit, agentHeaders.rateRemaining, agentHeaders.rateReset].map(
      (name) => Number(last?.headers.get(name) ?? Number.NaN),
    )
    if (limit === undefined || left === undefined || reset === undefined || !(left <= limit * reservedShare)) return
    const untilReset = reset * 1000 - world.now()
    if (untilReset > 0) await wait(Math.min(untilReset, windowMs) + 500, 'the rest of this minute is for others')
  }

  async function once(ask: Ask): Promise<Exchange> {
    const method = ask.method ?? 'GET'
    const headers = new Headers({ accept: 'application/json' })
    const authorization = ask.authorization === undefined ? `Bearer ${key}` : ask.authorization
    if (authorization !== null) headers.set('authorization', authorization)
    if (ask.body !== undefined) headers.set('content-type', ask.body.type)
    const request = new Request(base + ask.target, {
      method,
      headers,
      body: ask.body?.text ?? null,
      // The key goes nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    })
    let response: Response
    let text: string
    try {
      response = await world.fetch(request)
      text = await response.text()
    } catch {
      throw new Mismatch(`${method} ${ask.target.split('?')[0]} got no whole answer`)
    }
    const { status } = response
    const exchange: Exchange = {
      method,
      target: ask.target,
      withKey: ask.authorization === undefined,
      status,
      headers: response.headers,
      text,
      body: parsed(text),
      at: world.now(),
    }
    seen.push(exchange)
    return exchange
  }

  return {
    seen,
    async send(ask) {
      for (let attempt = 1; ; attempt += 1) {
        await keepReserve()
        const exchange = await once(ask)
        if (exchange.status !== 429) return exchange
        const waitMs = Number(exchange.headers.get(agentHeaders.retryAfter) ?? windowMs / 1000) * 1000
        if (!(waitMs <= longestWaitMs)) throw new Unchecked('the server asks to wait too long (429)')
        if (attempt === attempts) throw new Unchecked('the request limit is used up by others')
        await wait(waitMs, 'the server asked for it (429)')
      }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

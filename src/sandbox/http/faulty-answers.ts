import { setTimeout as pause } from 'node:timers/promises'
import type { Context, Next } from 'hono'
import { AgentError } from './agent-error.ts'
import { type Faults, takeOne } from './faults.ts'

/** Hono's Node adapter hands the sockets out under this name. */
interface Incoming {
  readonly incoming?: { readonly socket?: { resetAndDestroy(): void } }
}

/** Over the bound that the dashboard's proxy reads (5 MiB). */
const oversizedBy = 8 * 1024 * 1024

/** Does badly what it was told to, around every call of the Agent API. */
export function faultyAnswers(faults: Faults) {
  return async (c: Context, next: Next): Promise<Response | undefined> => {
    const isWrite = c.req.method !== 'GET'
    if (faults.latency) await pause(faults.latency)
    if (faults['401-after'] !== null) {
      if (!takeOne(faults, '401-after')) throw new AgentError('UNAUTHORIZED', 'The API key has been revoked')
    }
    if (takeOne(faults, '429')) throw new AgentError('RATE_LIMITED', 'Rate limit exceeded', { retryAfterSeconds: 1 })
    if (takeOne(faults, '500')) throw new AgentError('INTERNAL_ERROR', 'Unexpected server error')
    if (takeOne(faults, '503')) return c.text('Service Unavailable', 503)
    if (isWrite && takeOne(faults, 'drop-before')) return drop(c)
    await next()
    const isGood = c.res.status < 400
    if (isWrite && isGood && takeOne(faults, 'drop-after')) return drop(c)
    if (takeOne(faults, 'truncated')) await rewrite(c, (text) => text.slice(0, Math.ceil(text.length / 2)))
    else if (isGood && takeOne(faults, 'oversized')) {
      await rewrite(c, (text) => text.replace(/\}$/, `,"padding":"${'x'.repeat(oversizedBy)}"}`))
    }
  }
}

/** The connection ends; what the function answers reaches nobody. */
function drop(c: Context): Response {
  const { incoming } = (c.env ?? {}) as Incoming
  incoming?.socket?.resetAndDestroy()
  return c.body(null, 500)
}

async function rewrite(c: Context, change: (text: string) => string): Promise<void> {
  const { status, headers } = c.res
  const text = change(await c.res.text())
  c.res = undefined
  c.res = new Response(text, { status, headers })
}

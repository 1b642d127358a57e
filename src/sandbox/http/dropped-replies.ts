import type { Context, Next } from 'hono'
import type { Access } from './agent-app.ts'

/** Hono's Node adapter hands the sockets out under this name. */
interface Incoming {
  readonly incoming?: { readonly socket?: { resetAndDestroy(): void } }
}

/** As many of the next good writes as were asked for take place, and their answer is lost on the way. */
export function dropReplies(access: Access) {
  return async (c: Context, next: Next): Promise<void> => {
    await next()
    if (access.droppedReplies === 0 || c.req.method === 'GET' || c.res.status >= 400) return
    access.droppedReplies -= 1
    const { incoming } = c.env as Incoming
    incoming?.socket?.resetAndDestroy()
  }
}

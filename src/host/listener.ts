import type { RequestListener, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { clientAddress } from './client-address.ts'
import { errorText } from './error-answer.ts'
import { errorFields, type Log } from './log.ts'
import { endAfterUnread } from './request-guard.ts'

/**
 * A Node listener for a function of a Request and the address it came from. A throw becomes a generic error, and the next
 * request is served.
 */
export function listenerFor(
  fetch: (request: Request, from: string) => Promise<Response>,
  log: Log,
  isBehindProxy: boolean,
): RequestListener {
  async function guarded(request: Request, from: string): Promise<Response> {
    try {
      return await fetch(request, from)
    } catch (error) {
      const requestId = crypto.randomUUID()
      log.error({ event: 'unexpected', requestId, ...errorFields(error) }, 'a request ended in an unexpected error')
      return new Response(errorText('DASHBOARD_ERROR', 'The dashboard’s own server had an unexpected error.'), {
        status: 500,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          'x-request-id': requestId,
        },
      })
    }
  }
  return getRequestListener(
    async (request, bindings) => {
      // Over http/1 alone, which is all that is listened for.
      const { incoming, outgoing } = bindings as HttpBindings
      const response = await guarded(request, clientAddress(incoming, isBehindProxy))
      endAfterUnread(outgoing as ServerResponse)
      return response
    },
    { overrideGlobalObjects: false },
  )
}

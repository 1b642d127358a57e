import type { RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { errorText } from './error-answer.ts'
import { errorFields, type Log } from './log.ts'
import { endAfterUnread } from './request-guard.ts'

/** A Node listener for a function of a Request. A throw becomes a generic error, and the next request is served. */
export function listenerFor(fetch: (request: Request) => Promise<Response>, log: Log): RequestListener {
  async function guarded(request: Request): Promise<Response> {
    try {
      return await fetch(request)
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
    async (request, { outgoing }) => {
      const response = await guarded(request)
      endAfterUnread(outgoing as ServerResponse)
      return response
    },
    { overrideGlobalObjects: false },
  )
}

import { type RequestListener, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { readyParts } from '#bff/own/ready-response.ts'
import type { Client } from '#bff/request/client.ts'
import type { LeaveSignal } from '#bff/upstream/leave-signal.ts'
import { agentHeaders } from '#contract/headers.ts'
import { clientAddress } from './client-address.ts'
import { errorText } from './error-answer.ts'
import { errorFields, type Log } from './log.ts'
import { endAfterUnread } from './request-guard.ts'

type Fetch = (request: Request, client: Client) => Promise<Response>

/** A Node listener for a function of a Request and its client. A throw becomes a generic error, and the next request is served. */
export function listenerFor(fetch: Fetch, log: Log, isBehindProxy: boolean): RequestListener {
  const guarded: Fetch = async (...asked) => {
    try {
      return await fetch(...asked)
    } catch (error) {
      const requestId = crypto.randomUUID()
      log.error({ event: 'unexpected', requestId, ...errorFields(error) }, 'a request ended in an unexpected error')
      return new Response(errorText('DASHBOARD_ERROR', 'The dashboard’s own server had an unexpected error.'), {
        status: 500,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          [agentHeaders.requestId]: requestId,
        },
      })
    }
  }
  return getRequestListener(
    async (request, bindings) => {
      // Over http/1 alone, which is all that is listened for.
      const { incoming, outgoing } = bindings as HttpBindings
      const from = clientAddress(incoming, isBehindProxy)
      if (!(outgoing instanceof ServerResponse)) return guarded(request, { from })
      const response = await guarded(request, { from, leaving: leavingOf(outgoing) })
      endAfterUnread(outgoing)
      return writesReady(response, outgoing) ? RESPONSE_ALREADY_SENT : response
    },
    { overrideGlobalObjects: false },
  )
}

/** Tells that the client has gone before it had its answer. */
function leavingOf(outgoing: ServerResponse): LeaveSignal {
  return {
    get aborted() {
      return outgoing.closed && !outgoing.writableFinished
    },
    addEventListener: (_, listener) => void outgoing.on('close', listener),
    removeEventListener: (_, listener) => void outgoing.off('close', listener),
  }
}

/** Writes head and body as one text, and so in one piece; reading it as a stream would cost more than all the rest. */
function writesReady(response: Response, outgoing: ServerResponse): boolean {
  const parts = readyParts(response)
  if (parts === undefined) return false
  if (outgoing.destroyed) return true
  const { status, headers, body } = parts
  const length = Buffer.byteLength(body)
  outgoing.writeHead(status, { ...headers, 'content-length': length })
  // Plain ASCII needs no encoding.
  outgoing.end(body, length === body.length ? 'latin1' : 'utf8')
  return true
}

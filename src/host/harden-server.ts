import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { brokenRequests, endWithError } from './broken-request.ts'
import { refuseExpectation, setHeaders } from './request-guard.ts'

/** Milliseconds (safety S19). */
export const serverTimeouts = { headers: 5_000, request: 15_000, keepAlive: 5_000, check: 1_000 } as const

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Makes a server, ours or Vite's, answer through `handle` alone, and what Node or Vite would answer by themselves in our
 * frame: bounded in time, with our headers on everything. To be called before it listens.
 */
export function hardenServer(server: Server, headers: Readonly<Record<string, string>>, handle: Handler): void {
  const broken = brokenRequests(headers)
  Object.assign(server, {
    headersTimeout: serverTimeouts.headers,
    requestTimeout: serverTimeouts.request,
    keepAliveTimeout: serverTimeouts.keepAlive,
    connectionsCheckingInterval: serverTimeouts.check,
    // Our own guard answers a missing Host, with all headers.
    requireHostHeader: false,
    // Node would drop the 2001st header and all behind it, a second Host among them. Their size is bounded anyway.
    maxHeadersCount: 0,
  })
  for (const event of ['request', 'clientError', 'checkExpectation', 'connect']) server.removeAllListeners(event)
  server.on('request', (request, response) => {
    broken.watch(request, response)
    setHeaders(response, headers)
    handle(request, response)
  })
  server.on('clientError', (error, socket) => broken.answer(error, socket as Socket))
  server.on('checkExpectation', (_request, response) => refuseExpectation(response, headers))
  // Node would close the connection without a word.
  server.on('connect', (_request, socket: Duplex) => endWithError(socket as Socket, '405 Method Not Allowed', headers))
}

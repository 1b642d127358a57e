import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { brokenRequests, endWithError } from './broken-request.ts'
import { refuseExpectation, setHeaders } from './request-guard.ts'

/**
 * Milliseconds (safety S19). `silent`: a connection on which nothing moves at all, as of a client that never reads its answers;
 * longer than any answer takes.
 */
export const serverTimeouts = {
  headers: 5_000,
  request: 15_000,
  keepAlive: 5_000,
  check: 1_000,
  silent: 60_000,
} as const

/**
 * Requests of one connection that may wait for their answers at once. No browser sends a second before the first is answered;
 * whoever sends hundreds and reads none would have them all kept in memory.
 */
const waitingAtMost = 16

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
    timeout: serverTimeouts.silent,
    connectionsCheckingInterval: serverTimeouts.check,
    // Our own guard answers a missing Host, with all headers.
    requireHostHeader: false,
    // Node would drop the 2001st header and all behind it, a second Host among them. Their size is bounded anyway.
    maxHeadersCount: 0,
  })
  for (const event of ['request', 'clientError', 'tlsClientError', 'checkExpectation', 'connect']) {
    server.removeAllListeners(event)
  }
  server.on('request', (request, response) => {
    if (request.socket.destroyed) return
    if (broken.watch(request, response) > waitingAtMost) {
      request.socket.destroy()
      return
    }
    setHeaders(response, headers)
    handle(request, response)
  })
  server.on('clientError', (error, socket) => broken.answer(error, socket as Socket))
  // Before the end of its handshake there is nobody to answer: Node would hand it to `clientError`, whose answer never leaves.
  server.on('tlsClientError', (_error: Error, socket: Duplex) => socket.destroy())
  server.on('checkExpectation', (_request, response) => refuseExpectation(response, headers))
  // Node would close the connection without a word.
  server.on('connect', (_request, socket: Duplex) => endWithError(socket as Socket, '405 Method Not Allowed', headers))
}

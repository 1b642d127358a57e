import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { answerBroken, type BrokenRequest } from './broken-request.ts'

/** Safety S19, in milliseconds. */
const timeouts = {
  headersTimeout: 5000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
} as const
/** How long requests in flight may take once the server closes. */
const drainMs = 3500

export interface Listener {
  readonly port: number
  /** Stops accepting, lets requests in flight finish, then cuts what is left. */
  close(): Promise<void>
}

/** Serves an app on the loopback address; port 0 is any free one. Rejects when the port is taken. */
export async function listen(app: Hono, port: number, broken: BrokenRequest): Promise<Listener> {
  const errorHandler = () => {
    const { headers, body } = broken()
    return new Response(body, { status: 400, headers })
  }
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler })
  // Without Host it is refused by the adapter, in our words.
  const server = createServer({ ...timeouts, requireHostHeader: false }, listener)
  server.on('clientError', (error, socket) => answerBroken(broken, error, socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

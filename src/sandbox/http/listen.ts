import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

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
export async function listen(app: Hono, port: number): Promise<Listener> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve(
      { fetch: app.fetch, hostname: '127.0.0.1', port, overrideGlobalObjects: false, serverOptions: timeouts },
      () => resolve(starting as Server),
    )
    starting.on('error', reject)
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

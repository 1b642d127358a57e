import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartFault } from './start-fault.ts'

export interface MetricsServer {
  readonly port: number
  close(): void
}

const names = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Serves `/metrics` on a loopback port of its own, away from every browser's way in. A page of somebody else's that found
 * the port would come under its own name, and is refused.
 */
export async function serveMetrics(port: number, text: () => string): Promise<MetricsServer> {
  const server = createServer({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
    const isAsked = request.method === 'GET' && request.url === '/metrics'
    response.statusCode = !names.includes(host) ? 403 : isAsked ? 200 : 404
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    response.end(response.statusCode === 200 ? text() : '')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartFault(`METRICS_PORT: ${port} on 127.0.0.1 cannot be listened on (${error.code ?? 'unknown'}).`))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostInUrl } from './allowed-origins.ts'
import { type Handler, hardenServer } from './harden-server.ts'
import { StartFault } from './start-fault.ts'

export interface ProductionServer {
  readonly port: number
  /** From now on requests are answered; until then they wait. */
  serve(handler: Handler): void
  /** Takes no more connections, and waits for what was accepted at most so long. */
  stop(withinMs: number): Promise<void>
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        const remedy = 'Stop what uses it, or choose another: PORT=4174 npm start (PORT=0 takes any free one).'
        reject(new StartFault(`Port ${port} on ${host} is taken. ${remedy}`))
      } else if (error.code === 'EACCES') {
        reject(new StartFault(`Port ${port} is not allowed to this user. Choose one above 1023: PORT=4174 npm start.`))
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(new StartFault(`HOST: ${host} is not an address of this machine.`))
      } else reject(error)
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Listens at once, so that a taken port is told in milliseconds, and answers as soon as there is a handler. */
export async function listenForProduction(
  host: string,
  port: number,
  headers: Readonly<Record<string, string>>,
  /** Answers what can be answered before there is a handler; false for everything else. */
  early: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<ProductionServer> {
  let stopping = false
  let handle: Handler | undefined
  const waiting: [IncomingMessage, ServerResponse][] = []
  const server = createServer()
  hardenServer(server, headers, (request, response) => {
    if (stopping) response.setHeader('connection', 'close')
    if (handle !== undefined) handle(request, response)
    else if (!early(request, response)) waiting.push([request, response])
  })
  const bound = await listen(server, host.replace(/^\[|\]$/g, ''), port)
  return {
    port: bound,
    serve(handler) {
      handle = handler
      for (const [request, response] of waiting.splice(0)) handler(request, response)
    },
    stop(withinMs) {
      stopping = true
      return new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), withinMs)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        server.closeIdleConnections()
      })
    },
  }
}

/** The address to print. */
export function addressOf(publicOrigins: readonly string[], host: string, port: number): string {
  return publicOrigins[0] ?? `http://${hostInUrl(host)}:${port}`
}

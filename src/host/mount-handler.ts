import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { PreviewServer, ViteDevServer } from 'vite'
import { allowedOrigins } from './allowed-origins.ts'
import { endWithError } from './broken-request.ts'
import type { ComposeOptions, Composition } from './compose.ts'
import type { Configuration } from './environment.ts'
import { hardenServer } from './harden-server.ts'
import { answersHealth } from './health.ts'
import { listenerFor } from './listener.ts'
import { openLog } from './log.ts'
import { answerError, mayUpgrade, passesGuard, rawPath } from './request-guard.ts'
import { type ServerMode, securityHeaders } from './security-headers.ts'
import { isServerPath } from './server-path.ts'
import { sharedUpstream } from './shared-upstream.ts'

/** How long an old composition may take to send what it holds, in milliseconds; then it is broken off. */
const breakOffAfterMs = 6_500

export type ComposeModule = { compose(options: ComposeOptions): Promise<Composition> }

export interface MountOptions {
  readonly server: ViteDevServer | PreviewServer
  readonly configuration: Configuration
  readonly mode: ServerMode
  readonly version: string
  load(): Promise<ComposeModule>
}

/** What Vite does on command of its page, such as to open an editor: any page could ask for it by a picture's address. */
function isForeignOrder(request: IncomingMessage): boolean {
  return rawPath(request).startsWith('/__') && request.headers['sec-fetch-site'] !== 'same-origin'
}

/** The address is known once the server listens, and the handler must know it. */
function untilListening({ server }: MountOptions): Promise<void> {
  if (server.httpServer?.listening !== false) return Promise.resolve()
  return new Promise((resolve) => server.httpServer?.once('listening', () => resolve()))
}

function portOf({ server, configuration }: MountOptions): number {
  const address = server.httpServer?.address()
  return typeof address === 'object' && address !== null ? (address as AddressInfo).port : configuration.port
}

/** Lets a composition end in order: what it holds leaves at once, and what then hangs gets an end. */
async function end(composed: Promise<Composition> | undefined): Promise<void> {
  const previous = await composed?.catch(() => undefined)
  if (previous === undefined) return
  previous.beginStop()
  const timer = setTimeout(() => void previous.breakOff(), breakOffAfterMs)
  await previous.close().catch(() => {})
  clearTimeout(timer)
}

/**
 * Mounts guard and handler before the pages that Vite serves. A handler whose code has changed replaces the old one. Gives
 * what ends the handler: before its upstream does.
 */
export function mountHandler(options: MountOptions): () => Promise<void> {
  const { server, configuration, version } = options
  const log = openLog(configuration.logLevel)
  const upstream = sharedUpstream(configuration, server.config.root, log)
  const https = configuration.publicOrigins.some((origin) => origin.startsWith('https:'))
  const headers = securityHeaders(options.mode, https)
  let isReady = false
  let loaded: { module: ComposeModule; composed: Promise<Composition> } | undefined

  function origins(): readonly string[] {
    return allowedOrigins(configuration.publicOrigins, configuration.host, portOf(options))
  }
  async function current(): Promise<Composition> {
    await untilListening(options)
    const module = await options.load()
    if (loaded?.module !== module) {
      const old = loaded
      const composed = upstream
        .open()
        .then((open) => module.compose({ configuration, upstream: open, allowedOrigins: origins(), version, log }))
      loaded = { module, composed }
      composed.then(
        () => {
          isReady = true
        },
        () => undefined,
      )
      composed.catch((error: unknown) => {
        loaded = undefined
        server.config.logger.error(error instanceof Error ? error.message : String(error))
      })
      await end(old?.composed)
    }
    return loaded.composed
  }
  const listener = listenerFor(async (...asked) => (await current()).fetch(...asked), log, https)

  if (server.httpServer === null) throw new Error('Vite has no server of its own to be guarded.')
  // Before Vite's own router, which would answer a strange target by itself.
  hardenServer(server.httpServer as Server, headers, (request, response) => {
    if (answersHealth(request, response, origins(), isReady)) return
    if (!passesGuard(request, response, origins())) return
    if (isServerPath(rawPath(request))) listener(request, response)
    else if (isForeignOrder(request)) answerError(response, 403, 'ORIGIN_REFUSED', 'Only this page may ask for this.')
    else server.middlewares(request, response)
  })
  // Vite's own socket would talk to any page: it asks for no Host and takes a token for the rest. Where nobody listens, as
  // in preview, an upgrade is a request like any other.
  if (options.mode.kind === 'development')
    server.httpServer.prependListener('upgrade', (request: IncomingMessage, socket: Socket) => {
      if (mayUpgrade(request, origins())) return
      // By this header Vite tells what is its own; the listeners after this one then leave the request alone.
      delete request.headers['sec-websocket-protocol']
      endWithError(socket, '403 Forbidden', headers)
    })
  void current().catch(() => {})
  return () => end(loaded?.composed)
}

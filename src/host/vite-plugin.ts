import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join, resolve, sep } from 'node:path'
import { isRunnableDevEnvironment, type Plugin, type PreviewServer, runnerImport, type ViteDevServer } from 'vite'
import { agentBasePath } from '#contract/agent-endpoints.ts'
import { allowedOrigins } from './allowed-origins.ts'
import { endWithError } from './broken-request.ts'
import type { ComposeOptions, Composition } from './compose.ts'
import type { Configuration } from './environment.ts'
import { hardenServer } from './harden-server.ts'
import { answersHealth } from './health.ts'
import { listenerFor } from './listener.ts'
import { loadConfiguration } from './load-environment.ts'
import { openLog } from './log.ts'
import { precompress } from './precompress.ts'
import type { ProxyDefinition } from './proxy-definition.ts'
import { mayUpgrade, passesGuard, rawPath } from './request-guard.ts'
import { type ServerMode, securityHeaders } from './security-headers.ts'
import { isServerPath } from './server-path.ts'
import { sharedUpstream } from './shared-upstream.ts'

/** A path, never an import: an import would make each edit of server code restart Vite. */
const composition = '/src/host/compose.ts'

/** What Vite must not do itself: our guard checks the Host header, with its port, and there is no CORS (S13, S15). */
const ownGuard = { cors: false, allowedHosts: true as const }

/** What Vite's file server must not give out (S3): more than its own list, and what this project keeps. */
const deniedFiles = [
  '.env*',
  '*.{crt,pem,key,p12,pfx,cer,der}',
  '.npmrc',
  'sandbox-endpoint.json',
  '**/.git/**',
  '**/.data/**',
]

/** A pattern for everything in a directory, whose name may hold signs of patterns. */
function everythingIn(directory: string): string {
  return `${directory
    .split(sep)
    .join('/')
    .replace(/[*?[\](){}!+@|$^]/g, '\\$&')}/**`
}

/** How long an old composition may take to send what it holds, in milliseconds; then it is broken off. */
const breakOffAfterMs = 6_500

type ComposeModule = { compose(options: ComposeOptions): Promise<Composition> }

interface Mount {
  readonly server: ViteDevServer | PreviewServer
  readonly configuration: Configuration
  readonly mode: ServerMode
  readonly version: string
  load(): Promise<ComposeModule>
}

/** The address is known once the server listens, and the handler must know it. */
function untilListening({ server }: Mount): Promise<void> {
  if (server.httpServer?.listening !== false) return Promise.resolve()
  return new Promise((resolve) => server.httpServer?.once('listening', () => resolve()))
}

function portOf({ server, configuration }: Mount): number {
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
 * Mounts guard and handler before the pages. A handler whose code has changed replaces the old one. Gives what ends the
 * handler: before its upstream does.
 */
function mount(options: Mount): () => Promise<void> {
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
  const listener = listenerFor(async (request) => (await current()).fetch(request), log)

  if (server.httpServer === null) throw new Error('Vite has no server of its own to be guarded.')
  // Before Vite's own router, which would answer a strange target by itself.
  hardenServer(server.httpServer as Server, headers, (request, response) => {
    if (answersHealth(request, response, origins(), isReady)) return
    if (!passesGuard(request, response, origins())) return
    if (isServerPath(rawPath(request))) listener(request, response)
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

/**
 * Mounts the proxy in Vite's dev and preview servers, and hands its definition to the production server, which is built
 * from `serve.ts`.
 */
export function konektorProxy(definition: ProxyDefinition): Plugin {
  if (definition.mount !== agentBasePath)
    throw new Error(`The endpoint table is under ${agentBasePath}, not under the proxy's mount.`)
  const nonce = randomBytes(16).toString('base64')
  const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }
  const testing = process.env.VITEST !== undefined
  let unmount = () => Promise.resolve()

  return {
    name: 'konektor-proxy',
    config(user, { command, isPreview }) {
      const root = resolve(user.root ?? process.cwd())
      const configuration = command === 'serve' && !testing ? loadConfiguration(root, definition) : null
      const development = command === 'serve' && isPreview !== true
      return {
        define: { PROXY_DEFINITION: JSON.stringify(definition), DASHBOARD_VERSION: JSON.stringify(version) },
        // `.env` is for the host alone, and no variable reaches the pages.
        envDir: false,
        envPrefix: 'NOTHING_IS_EXPOSED_',
        ...(development && !testing ? { html: { cspNonce: nonce } } : {}),
        preview: ownGuard,
        server: {
          ...ownGuard,
          fs: {
            deny:
              configuration === null
                ? deniedFiles
                : [...deniedFiles, everythingIn(resolve(root, configuration.dataDirectory))],
          },
          ...(configuration === null ? {} : { host: configuration.host }),
        },
      }
    },
    configureServer(server) {
      if (testing || server.httpServer === null) return
      const environment = server.environments.ssr
      if (!isRunnableDevEnvironment(environment)) throw new Error('The dev server cannot run server code.')
      unmount = mount({
        server,
        version,
        configuration: loadConfiguration(server.config.root, definition),
        mode: { kind: 'development', nonce },
        load: () => environment.runner.import<ComposeModule>(composition),
      })
    },
    async configurePreviewServer(server) {
      const { module } = await runnerImport<ComposeModule>(join(server.config.root, composition), {
        root: server.config.root,
      })
      unmount = mount({
        server,
        version,
        configuration: loadConfiguration(server.config.root, definition),
        mode: { kind: 'production' },
        load: () => Promise.resolve(module),
      })
    },
    async closeServer({ reason }) {
      await unmount()
      await sharedUpstream.close(reason === 'restart')
    },
    async closePreviewServer() {
      await unmount()
      await sharedUpstream.close(false)
    },
    // Not `closeBundle`, which also runs after a build that failed, where it would hide the reason.
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler({ dir }) {
        if (this.environment.name === 'client' && dir !== undefined) await precompress(dir)
      },
    },
  }
}

import { fileURLToPath } from 'node:url'
import { allowedOrigins } from './allowed-origins.ts'
import { type Composition, compose } from './compose.ts'
import { answersHealth } from './health.ts'
import { listenerFor } from './listener.ts'
import { loadConfiguration } from './load-environment.ts'
import { errorFields, openLog } from './log.ts'
import { serveMetrics } from './metrics-server.ts'
import { addressOf, listenForProduction } from './production-server.ts'
import type { ProxyDefinition } from './proxy-definition.ts'
import { passesGuard, rawPath } from './request-guard.ts'
import { securityHeaders } from './security-headers.ts'
import { isServerPath } from './server-path.ts'
import { StartFault } from './start-fault.ts'
import { staticFiles } from './static-files.ts'
import { readTlsFiles } from './tls-files.ts'
import { openUpstream } from './upstream.ts'

/** Written in by the build from `vite.config.ts` and `package.json`. */
declare const PROXY_DEFINITION: ProxyDefinition
declare const DASHBOARD_VERSION: string

/**
 * A stop, in milliseconds from the signal. Changes that are held leave at once, and live streams end. What was accepted is
 * answered, but a write may wait for its upstream longer than a stop may take (safety S20: 12 s), so it is then broken off and
 * answered as unknown; connections that are still open are closed; and the sandbox has three seconds of its own.
 */
const stopAfterMs = { breakOff: 6_500, closeConnections: 8_000, exit: 11_500 } as const

function beside(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

/** The production server: the same handler as in development, and the built pages, on plain Node. */
async function serve(): Promise<void> {
  const configuration = loadConfiguration(process.cwd(), PROXY_DEFINITION)
  const { publicOrigins, host } = configuration
  const log = openLog(configuration.logLevel)
  const tls = configuration.tls === null ? null : readTlsFiles(configuration.tls)
  const scheme = tls === null ? 'http' : 'https'
  const isPublicHttps = publicOrigins.some((origin) => origin.startsWith('https:'))
  let origins: readonly string[] = []
  let stopping = false
  const server = await listenForProduction(
    host,
    configuration.port,
    securityHeaders({ kind: 'production' }, tls !== null || isPublicHttps),
    (request, response) => answersHealth(request, response, origins, false),
    tls,
  )
  origins = allowedOrigins(publicOrigins, host, server.port, scheme)
  let composition: Composition | undefined
  // Before anything is opened: a taken port is told at once.
  const { metricsPort } = configuration
  const metrics = metricsPort === null ? null : await serveMetrics(metricsPort, () => composition?.metrics() ?? '')
  const files = staticFiles(beside('../client'))
  const upstream = await openUpstream(configuration, { entry: beside('./sandbox.js'), fromSource: false }, log)
  const composed = await compose({
    configuration,
    upstream,
    allowedOrigins: origins,
    version: DASHBOARD_VERSION,
    log,
  }).catch(async (error: unknown) => {
    await upstream.close()
    throw error
  })
  composition = composed
  const listener = listenerFor(composed.fetch, log, tls === null && isPublicHttps)
  server.serve((request, response) => {
    if (answersHealth(request, response, origins, !stopping)) return
    if (!passesGuard(request, response, origins)) return
    if (isServerPath(rawPath(request))) listener(request, response)
    else files(request, response)
  })

  async function stop(exitCode: number): Promise<void> {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(exitCode === 0 ? 1 : exitCode), stopAfterMs.exit).unref()
    // The sandbox outlives this: it ends only after the composition has closed.
    composed.beginStop()
    const timer = setTimeout(() => void composed.breakOff(), stopAfterMs.breakOff)
    await server.stop(stopAfterMs.closeConnections)
    await composed.close()
    clearTimeout(timer)
    metrics?.close()
    await upstream.close()
    process.exit(exitCode)
  }
  process.on('SIGUSR2', () => {
    composed.forget()
    log.info({ event: 'forgotten' })
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0))
  // A throw inside a request is caught where requests are answered. One that nobody caught leaves a state that nobody
  // knows. This server holds no truth of its own, so it answers what it has accepted and ends, for a fresh one to start.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ event: 'uncaught', ...errorFields(error) }, 'nothing had caught an error; the server ends')
      void stop(1)
    })
  }
  void upstream.givenUp.then((reason) => {
    process.stderr.write(`${reason}\n`)
    return stop(1)
  })
  const source =
    upstream.kind === 'sandbox' ? 'the sandbox: made-up data' : `${new URL(upstream.baseUrl).host}: real data`
  process.stdout.write(`Konektor Dashboard: ${addressOf(publicOrigins, host, server.port, scheme)} (${source})\n`)
  log.info({ event: 'started', port: server.port })
  if (metrics !== null) log.info({ event: 'metrics', port: metrics.port })
}

serve().catch((error: unknown) => {
  if (error instanceof StartFault) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})

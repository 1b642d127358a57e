import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { isRunnableDevEnvironment, type Plugin, runnerImport } from 'vite'
import { agentBasePath } from '#contract/agent-endpoints.ts'
import { loadConfiguration } from './load-environment.ts'
import { type ComposeModule, mountHandler } from './mount-handler.ts'
import { precompress } from './precompress.ts'
import type { ProxyDefinition } from './proxy-definition.ts'
import { sharedUpstream } from './shared-upstream.ts'
import { StartFault } from './start-fault.ts'

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
      if (configuration?.tls != null) {
        throw new StartFault(
          'TLS_CERT: this server speaks plain http; set TLS_CERT= and TLS_KEY= for it, or use npm start',
        )
      }
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
      unmount = mountHandler({
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
      unmount = mountHandler({
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

import { createHash } from 'node:crypto'
import { createBff } from '#bff/create-bff.ts'
import { createFilePeers } from '#bff/replicas/file-peers.ts'
import { openRedisLink } from '#bff/replicas/redis-link.ts'
import type { Client } from '#bff/request/client.ts'
import { systemClock } from '#bff/writes/clock.ts'
import { openDesk } from '#desk/open-desk.ts'
import { openSignIn } from '#desk/sign-in/open-sign-in.ts'
import { sandboxMembers } from '#sandbox/sandbox-members.ts'
import type { Configuration } from './environment.ts'
import { deskDirectory } from './hold-desk.ts'
import type { Log } from './log.ts'
import type { Upstream } from './upstream.ts'

/** The whole server side as one function, whatever mounts it. */
export interface Composition {
  fetch(request: Request, client: Client): Promise<Response>
  /** Forgets kept answers and believed refusals. */
  forget(): void
  /** Counters and gauges in Prometheus' text format. */
  metrics(): string
  /** For the beginning of a stop: sends what is held for its grace, and ends live streams. */
  beginStop(): void
  /** Ends at once, with an answer, what still waits for the upstream. */
  breakOff(): Promise<void>
  close(): Promise<void>
}

export interface ComposeOptions {
  readonly configuration: Configuration
  readonly upstream: Upstream
  readonly allowedOrigins: readonly string[]
  readonly version: string
  readonly log: Log
}

/** Joins desk and proxy over an open upstream, which the caller closes. */
export async function compose(options: ComposeOptions): Promise<Composition> {
  const { configuration, upstream, allowedOrigins, version, log } = options
  const { redisUrl } = configuration
  const link =
    redisUrl === null || upstream.kind === 'sandbox'
      ? undefined
      : await openRedisLink({ url: redisUrl, workspace: workspaceOf(upstream), now: systemClock.now })
  link?.onChange((isUp) => log.warn({ event: isUp ? 'redis-back' : 'redis-gone' }))
  if (link?.isUp() === false) log.warn({ event: 'redis-gone' }, 'this server keeps to its part of the budget')
  const { passphrases } = configuration
  const directory = deskDirectory(configuration, upstream)
  const peers = link && createFilePeers(link)
  const warn = (file: string) =>
    log.warn({ event: 'kept-aside', file }, 'a damaged file was kept aside and a new one is begun')
  const desk = await openDesk({
    directory,
    seedMembers: upstream.kind === 'sandbox' ? sandboxMembers : [],
    peers,
    warn,
  })
  const signIn = passphrases === null ? null : await openSignIn({ directory, passphrases, peers, warn })
  const bff = createBff({
    upstream: { kind: upstream.kind, baseUrl: new URL(upstream.baseUrl) },
    key: upstream.key,
    ...(upstream.control === undefined ? {} : { sandbox: upstream.control }),
    allowedOrigins,
    desk,
    ...(signIn === null ? {} : { signIn }),
    openToNetwork: configuration.openToNetwork,
    version,
    log: ({ level, ...line }) => log[level](line),
    link,
  })
  return {
    ...bff,
    async close() {
      await bff.close()
      await signIn?.close()
    },
  }
}

/** One name for all servers that spend the budget of one key; nothing of the key can be told from it. */
function workspaceOf({ key, baseUrl }: Upstream): string {
  return createHash('sha256').update(`${baseUrl}\n${key}`).digest('hex').slice(0, 24)
}

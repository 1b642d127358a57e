import { randomUUID } from 'node:crypto'
import { agentHeaders } from '#contract/headers.ts'
import { checkAccess, createPersonOf } from './access/person-of.ts'
import type { SignInPort } from './access/sign-in-port.ts'
import type { Desk } from './desk-port.ts'
import { harmless, type Log, type LogLine } from './log-line.ts'
import { createMeasures } from './metrics/measures.ts'
import { notesSeen, readNotes } from './note-read.ts'
import { openWay } from './open-way.ts'
import { toBffError } from './own/bff-error.ts'
import { errorAnswerOf } from './own/own-answer.ts'
import { createOwnRoutes } from './own/own-routes.ts'
import { headerOf } from './own/ready-response.ts'
import type { SandboxPort } from './own/sandbox-port.ts'
import { tellFault } from './own/tell-fault.ts'
import { passRead } from './pass-read.ts'
import type { RedisLink } from './replicas/redis-link.ts'
import { createOriginCheck } from './request/check-origin.ts'
import type { Client } from './request/client.ts'
import { matchRoute, type Route } from './request/match-route.ts'
import { statusOfWay } from './status-of-way.ts'
import { openUpstream } from './upstream/open-upstream.ts'
import { openScopeBook } from './upstream/scope-book.ts'
import { standardTiming, type Timing } from './upstream/timing.ts'
import { openTrafficBook } from './upstream/traffic-book.ts'
import { type Clock, systemClock } from './writes/clock.ts'

export interface BffOptions {
  readonly upstream: { readonly kind: 'sandbox' | 'live'; readonly baseUrl: URL }
  readonly key: string
  /** The sandbox's controls, where it is the upstream. */
  readonly sandbox?: SandboxPort
  /** `scheme://host:port` each; a request's Host must be the host of one, its Origin that very one. */
  readonly allowedOrigins: readonly string[]
  readonly desk: Desk
  /** Who keeps the sessions; absent where nobody has to sign in. */
  readonly signIn?: SignInPort
  readonly openToNetwork: boolean
  readonly version: string
  readonly log: Log
  /** Shorter bounds for tests. */
  readonly timing?: Partial<Timing>
  /** For writes; tests pass their own. */
  readonly clock?: Clock
  /** To the other replicas; closed with this. */
  readonly link?: RedisLink | undefined
}

export interface Bff {
  /** Answers every request; never rejects. */
  readonly fetch: (request: Request, client?: Client) => Promise<Response>
  /**
   * For the beginning of a stop: writes that are held for their grace leave now, and none is held any more; live streams
   * end.
   */
  beginStop(): void
  /**
   * For a stop that must not take long: what waits for the upstream ends now, each with an answer, an audit line and,
   * for a ticket, a line in the ledger. A write that was sent ends as unknown, one that was not as not sent.
   */
  breakOff(): Promise<void>
  /** Forgets kept answers and believed refusals: for somebody who has just changed the key's scopes. */
  forget(): void
  /** Counters and gauges in Prometheus' text format. */
  metrics(): string
  /** Sends what is held, lets what runs end, then closes connections and desk. */
  close(): Promise<void>
}

/** The proxy: match, check, key, forward, bound. Safe writes and own routes stand beside the core. */
export function createBff(options: BffOptions): Bff {
  const { upstream, key, desk, version, link } = options
  const log = harmless(options.log)
  if (key === '') throw new Error('The key is empty')
  const checkOrigin = createOriginCheck(options.allowedOrigins)
  const scopeBook = openScopeBook()
  const clock = options.clock ?? systemClock
  const trafficBook = openTrafficBook()
  const connection = openUpstream({
    baseUrl: upstream.baseUrl,
    key,
    version,
    timing: { ...standardTiming, ...options.timing },
    now: () => Math.floor(clock.now()),
  })
  const measures = createMeasures(clock)
  const { wrapped, forPeople, forWrites, writes, shared, live } = openWay({
    core: connection.forward,
    clock,
    key,
    log,
    observers: [measures.seeCalls, scopeBook.observe, trafficBook.observe, notesSeen(readNotes(desk), clock)],
    seeReads: measures.seeReads,
    link,
  })
  measures.watch(wrapped, live)
  const ownRoutes = createOwnRoutes({
    forward: forWrites,
    desk,
    log,
    writes,
    clock,
    live,
    shared,
    scopeBook,
    trafficBook,
    signIn: options.signIn ?? null,
    sandbox: upstream.kind === 'sandbox' ? (options.sandbox ?? null) : null,
    status: () => ({
      upstream: { kind: upstream.kind, host: upstream.baseUrl.host },
      keyEndsWith: key.slice(-4),
      scopes: [...scopeBook.list()],
      openToNetwork: options.openToNetwork,
      version,
      ...statusOfWay(wrapped),
      ...(link === undefined ? {} : { replicas: { live: link.replicas(), linked: link.isUp() } }),
    }),
  })
  const personOf = createPersonOf(options.signIn ?? null)
  const running = new Set<Promise<Response>>()

  function beginStop(): void {
    live.end()
    writes.sendHeld()
  }

  async function answer(request: Request, requestId: string, client: Client): Promise<Response> {
    const startedAt = performance.now()
    let route: Route | undefined
    let response: Response
    let code: LogLine['code']
    try {
      const target = checkOrigin(request)
      route = matchRoute(request.method, target.path)
      const person = await personOf(request)
      checkAccess(person, route.endpoint)
      response =
        route.table === 'agent'
          ? await passRead({ forward: forPeople, clock }, route, {
              query: target.query,
              request,
              requestId,
              client,
              person,
            })
          : await ownRoutes[route.name](request, route, requestId, { person, from: client.from })
    } catch (thrown) {
      const error = toBffError(thrown)
      code = error.code
      tellFault(log, thrown, requestId)
      response = errorAnswerOf(error, requestId)
    }
    const { status } = response
    measures.noteRequest({ method: route?.endpoint.method, route: route?.endpoint.path, status })
    const shownId = headerOf(response, agentHeaders.requestId)
    log({
      level: status < 500 ? 'debug' : 'warn',
      event: 'call',
      requestId,
      upstreamRequestId: shownId === null || shownId === requestId ? undefined : shownId,
      method: route?.endpoint.method,
      route: route?.endpoint.path,
      status,
      durationMs: Math.round(performance.now() - startedAt),
      code,
    })
    return response
  }

  return {
    fetch(request, client = { from: '' }) {
      const answering = answer(request, randomUUID(), client)
      running.add(answering)
      const end = () => running.delete(answering)
      answering.then(end, end)
      return answering
    },
    async breakOff() {
      writes.breakOff()
      wrapped.scheduler.breakOff()
      await connection.breakOff()
    },
    beginStop,
    metrics: measures.text,
    forget: wrapped.forget,
    async close() {
      beginStop()
      await Promise.allSettled(running)
      await writes.settled()
      await connection.close()
      await link?.close()
      await desk.close()
    },
  }
}

import type { Hono } from 'hono'
import { scopes as allScopes, type Plan, type Scope } from '#contract/vocabularies.ts'
import { fixedClock, systemClock } from './clock.ts'
import { noTroubles } from './delivery/delivery-troubles.ts'
import { deliverDue } from './delivery/delivery-worker.ts'
import { type Access, agentApp } from './http/agent-app.ts'
import { type BrokenRequest, brokenRequest } from './http/broken-request.ts'
import { controlApp } from './http/control-app.ts'
import { type Faults, noFaults } from './http/faults.ts'
import { KeyRing, mintKey, type NewKey } from './http/key-ring.ts'
import { type Listener, listen } from './http/listen.ts'
import { RateLimit } from './http/rate-limit.ts'
import { liveTurns } from './life/live-worker.ts'
import { type Repeating, repeat } from './repeat.ts'
import { type OpenedWorkspace, openDirectory } from './store/open-directory.ts'
import { openPglite } from './store/open-pglite.ts'
import { openPostgres } from './store/open-postgres.ts'
import { openWorkspace } from './store/open-workspace.ts'

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number
  readonly controlPort?: number
  readonly leads?: number
  readonly plan?: Plan
  /** Requests a minute, instead of the plan's; null or absent: the plan's. */
  readonly limit?: number | null
  readonly scopes?: readonly Scope[]
  /** IANA name. */
  readonly zone?: string
  /** Absent: a random one. */
  readonly key?: string
  /** Beside the first, with scopes of their own; all share the limit. */
  readonly moreKeys?: readonly NewKey[]
  /** What the sandbox does badly from the start. */
  readonly faults?: Partial<Faults>
  /** Fixes the clock, Unix ms. */
  readonly now?: number | null
  /** Null or absent: in memory. */
  readonly directory?: string | null
  /** So many leads a minute arrive, and as many are edited by others; 0 or absent: none. Not with a fixed clock. */
  readonly live?: number
  /** A PostgreSQL server instead of PGlite. */
  readonly databaseUrl?: string | null
  readonly seed?: number
  readonly language?: string
  /** Hears of faults that callers only see as INTERNAL_ERROR. */
  readonly onFault?: (error: unknown, requestId: string) => void
}

export interface Sandbox {
  readonly port: number
  readonly controlPort: number
  readonly key: string
  readonly notice: string | null
  /** Stops accepting, finishes what is in flight, closes the database, lets the directory go. Once is enough; twice is harmless. */
  close(): Promise<void>
}

const deliveryTurnMs = 2000
const liveTurnMs = 1000

export const sandboxDefaults = { leads: 2500, plan: 'pro', zone: 'Asia/Jakarta', seed: 1, language: 'id' } as const

/** The sandbox without ports: both servers as functions of a request. */
export interface OpenSandbox {
  readonly agent: Hono
  readonly control: Hono
  readonly broken: BrokenRequest
  readonly key: string
  readonly notice: string | null
  close(): Promise<void>
}

/** Opens the sample workspace and lets the missed time happen. `limitNow`: the clock of the request limit, Unix ms. */
export async function openSandbox(
  options: SandboxOptions = {},
  limitNow: () => number = Date.now,
): Promise<OpenSandbox> {
  const clock = options.now == null ? systemClock() : fixedClock(options.now)
  const plan = options.plan ?? sandboxDefaults.plan
  const zone = options.zone ?? sandboxDefaults.zone
  const key = options.key ?? mintKey()
  const { database, seed, notice } = await open(options, clock.now())
  const faults = { ...noFaults(), ...options.faults }
  const context = { drizzle: database.drizzle, clock, zone, faults }
  const access: Access = { keys: new KeyRing(), rateLimit: new RateLimit(plan, options.limit ?? null, limitNow) }
  access.rateLimit.rivalPerMinute = faults.rival ?? 0
  for (const one of [{ key, scopes: options.scopes ?? allScopes }, ...(options.moreKeys ?? [])]) access.keys.add(one)
  const troubles = noTroubles()
  try {
    await deliverDue(database.drizzle, clock, seed)
  } catch (error) {
    await database.close()
    throw error
  }
  // With a fixed clock nothing ever falls due; the control port delivers then.
  const workers: Repeating[] = []
  if (!clock.fixed) {
    workers.push(repeat(deliveryTurnMs, () => deliverDue(database.drizzle, clock, seed, false, troubles)))
    if (options.live) workers.push(repeat(liveTurnMs, liveTurns(database.drizzle, clock, seed, options.live)))
  }
  return {
    agent: agentApp(context, access, options.onFault ?? (() => undefined)),
    control: controlApp(database, context, access, key, seed, troubles),
    broken: brokenRequest(access.rateLimit),
    key,
    notice,
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()))
      await database.close()
    },
  }
}

/** Serves the Agent API and the control port on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await openSandbox(options)
  const listeners: Listener[] = []
  const closeAll = async () => {
    await Promise.all(listeners.map((listener) => listener.close()))
    await sandbox.close()
  }
  try {
    const agent = await listen(sandbox.agent, options.port ?? 0, sandbox.broken)
    listeners.push(agent)
    const control = await listen(sandbox.control, options.controlPort ?? 0, sandbox.broken)
    listeners.push(control)
    let closing: Promise<void> | null = null
    return {
      port: agent.port,
      controlPort: control.port,
      key: sandbox.key,
      notice: sandbox.notice,
      close: () => {
        closing ??= closeAll()
        return closing
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function open(options: SandboxOptions, now: number): Promise<OpenedWorkspace> {
  const workspace = {
    leads: options.leads ?? sandboxDefaults.leads,
    plan: options.plan ?? sandboxDefaults.plan,
    zone: options.zone ?? sandboxDefaults.zone,
    seed: options.seed ?? sandboxDefaults.seed,
    language: options.language ?? sandboxDefaults.language,
  }
  const url = options.databaseUrl ?? null
  if (url === null && options.directory != null) return openDirectory(options.directory, workspace, now)
  const database = url === null ? await openPglite(null) : await openPostgres(url)
  try {
    return { database, seed: await openWorkspace(database, workspace, now), notice: null }
  } catch (error) {
    await database.close()
    throw error
  }
}

import { randomBytes } from 'node:crypto'
import { scopes as allScopes, type Plan, type Scope } from '#contract/vocabularies.ts'
import { fixedClock, systemClock } from './clock.ts'
import { noTroubles } from './delivery/delivery-troubles.ts'
import { deliverDue } from './delivery/delivery-worker.ts'
import { type Access, agentApp } from './http/agent-app.ts'
import { controlApp } from './http/control-app.ts'
import { listen } from './http/listen.ts'
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

/** Opens the sample workspace, lets the missed time happen, and serves the Agent API and the control port on loopback. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.now == null ? systemClock() : fixedClock(options.now)
  const plan = options.plan ?? sandboxDefaults.plan
  const zone = options.zone ?? sandboxDefaults.zone
  const key = options.key ?? `knk_sandbox_${randomBytes(24).toString('base64url')}`
  const { database, seed, notice } = await open(options, clock.now())
  const context = { drizzle: database.drizzle, clock, zone }
  const access: Access = {
    key,
    scopes: options.scopes ?? allScopes,
    rateLimit: new RateLimit(plan, options.limit ?? null),
    droppedReplies: 0,
  }
  const troubles = noTroubles()
  try {
    await deliverDue(database.drizzle, clock, seed)
    const agent = await listen(agentApp(context, access, options.onFault ?? (() => undefined)), options.port ?? 0)
    const control = await listen(controlApp(database, context, access, seed, troubles), options.controlPort ?? 0).catch(
      async (error: unknown) => {
        await agent.close()
        throw error
      },
    )
    // With a fixed clock nothing ever falls due; the control port delivers then.
    const workers: Repeating[] = []
    if (!clock.fixed) {
      workers.push(repeat(deliveryTurnMs, () => deliverDue(database.drizzle, clock, seed, false, troubles)))
      if (options.live) workers.push(repeat(liveTurnMs, liveTurns(database.drizzle, clock, seed, options.live)))
    }
    const closeAll = async () => {
      await Promise.all([agent.close(), control.close(), ...workers.map((worker) => worker.stop())])
      await database.close()
    }
    let closing: Promise<void> | null = null
    return {
      port: agent.port,
      controlPort: control.port,
      key,
      notice,
      close: () => {
        closing ??= closeAll()
        return closing
      },
    }
  } catch (error) {
    await database.close()
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

import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { type SandboxState, sandboxArrivals, sandboxPlatforms, sandboxState } from '#contract/sandbox-state.ts'
import { oneOf } from '#contract/text-schemas.ts'
import { plans, scopes } from '#contract/vocabularies.ts'
import type { DeliveryTroubles } from '../delivery/delivery-troubles.ts'
import { deliverDue, tryAgainNow } from '../delivery/delivery-worker.ts'
import { isUuid } from '../leads/lead-id.ts'
import { arriveNow } from '../seed/arrive-now.ts'
import { type Database, rowsOf } from '../store/database.ts'
import { workspaces } from '../store/schema.ts'
import type { Access } from './agent-app.ts'
import { AgentError, notFound } from './agent-error.ts'
import type { AgentContext } from './agent-handlers.ts'
import { faultChanges } from './faults.ts'
import { carriesKey } from './key-ring.ts'
import { parseInput } from './parse-input.ts'
import { readJson } from './strict-json.ts'

const bodies = {
  limit: z.object({ limit: z.nullable(z.int().check(z.gte(0))) }),
  delete: z.object({ leadId: z.string() }),
  query: z.object({ sql: z.string(), params: z.optional(z.array(z.unknown())) }),
  scopes: z.object({ scopes: z.array(oneOf(scopes)) }),
  plan: z.object({ plan: oneOf(plans) }),
  /** `expiresInMs` by the workspace's clock; absent: never. */
  addKey: z.object({ scopes: z.array(oneOf(scopes)), expiresInMs: z.optional(z.number()) }),
  revokeKey: z.object({ id: z.string() }),
}

/** What tests and demonstrations may do to the sandbox, and the Agent API has no route for. Loopback only, with the key. */
export function controlApp(
  database: Database,
  context: AgentContext,
  access: Access,
  key: string,
  seed: number,
  troubles: DeliveryTroubles,
): Hono {
  const { drizzle, clock, faults } = context
  const app = new Hono()
  app.use(async (c, next) => {
    if (!carriesKey(c.req.raw, key)) throw new AgentError('UNAUTHORIZED', 'Missing or invalid API key')
    await next()
  })
  app.post('/control/limit', async (c) => {
    access.rateLimit.override = parseInput(bodies.limit, await readJson(c.req.raw), 'body').limit
    return c.json({ limit: access.rateLimit.limit })
  })
  app.post('/control/scopes', async (c) => {
    const body = parseInput(bodies.scopes, await readJson(c.req.raw), 'body')
    access.keys.setScopes(body.scopes)
    return c.json(body)
  })
  app.get('/control/keys', (c) => c.json({ keys: access.keys.list() }))
  app.post('/control/keys', async (c) => {
    const { scopes: allowed, expiresInMs } = parseInput(bodies.addKey, await readJson(c.req.raw), 'body')
    const expiresAt = expiresInMs === undefined ? null : clock.now() + expiresInMs
    return c.json(access.keys.add({ scopes: allowed, expiresAt }), 201)
  })
  app.post('/control/keys/revoke', async (c) => {
    const { id } = parseInput(bodies.revokeKey, await readJson(c.req.raw), 'body')
    if (!access.keys.revoke(id)) throw notFound('Key not found')
    return c.json({ revoked: id })
  })
  app.get('/control/faults', (c) => c.json(faults))
  app.post('/control/faults', async (c) => {
    Object.assign(faults, parseInput(faultChanges, await readJson(c.req.raw), 'body'))
    access.rateLimit.rivalPerMinute = faults.rival ?? 0
    return c.json(faults)
  })
  app.post('/control/plan', async (c) => {
    const { plan } = parseInput(bodies.plan, await readJson(c.req.raw), 'body')
    await drizzle.update(workspaces).set({ plan })
    access.rateLimit.plan = plan
    return c.json({ plan, limit: access.rateLimit.limit })
  })
  app.post('/control/delete', async (c) => {
    const { leadId } = parseInput(bodies.delete, await readJson(c.req.raw), 'body')
    const deleted = isUuid(leadId)
      ? await rowsOf<{ id: string }>(
          drizzle,
          sql`update leads set deleted_at = ${new Date(clock.now()).toISOString()}
            where id = ${leadId} and deleted_at is null returning id`,
        )
      : []
    if (deleted.length === 0) throw notFound('Lead not found')
    return c.json({ deleted: leadId })
  })
  app.post('/control/deliver', async (c) => c.json(await deliverDue(drizzle, clock, seed, true, troubles)))
  const state = (): SandboxState => ({ platforms: troubles.platforms, droppedReplies: faults['drop-after'] ?? 0 })
  app.get('/control/state', (c) => c.json(state()))
  app.post('/control/state', async (c) => {
    const { platforms, droppedReplies } = parseInput(sandboxState, await readJson(c.req.raw), 'body')
    const healed = sandboxPlatforms.filter(
      (platform) => platforms[platform] === 'none' && troubles.platforms[platform] !== 'none',
    )
    troubles.platforms = platforms
    faults['drop-after'] = droppedReplies
    for (const platform of healed) await tryAgainNow(drizzle, clock, platform)
    return c.json(state())
  })
  app.post('/control/arrivals', async (c) => {
    const { leads } = parseInput(sandboxArrivals, await readJson(c.req.raw), 'body')
    return c.json({ leads: await arriveNow(drizzle, clock, leads) })
  })
  app.post('/control/query', async (c) => {
    const query = parseInput(bodies.query, await readJson(c.req.raw), 'body')
    return c.json({ rows: await database.readOnly(query.sql, query.params ?? []) })
  })
  app.notFound(() => {
    throw notFound()
  })
  app.onError((error, c) => {
    if (error instanceof AgentError) {
      const { code, message, details } = error
      return c.json({ success: false, error: { code, message, details } }, error.status as 400)
    }
    // The caller holds the key and wrote the SQL: the database's own words help.
    return c.json({ success: false, error: { code: 'INTERNAL_ERROR', message: error.message, details: null } }, 500)
  })
  return app
}

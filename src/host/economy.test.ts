import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { agentBasePath } from '#contract/agent-endpoints.ts'
import type { Lead } from '#contract/lead.ts'
import { startCountingRelay } from './testing/counting-relay.ts'
import { ownHeaders } from './testing/own-headers.ts'
import { openRealDashboard, type RealDashboard } from './testing/real-dashboard.ts'
import { liveEnvironment, startServer } from './testing/running-server.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const minute = 60_000
const limit = 60
const forMs = 10 * minute
const key = 'knk_economy_0123456789'

interface Told {
  readonly dashboards: number
  readonly calls: number
  readonly tooOften: number
  readonly editMs: readonly number[]
  readonly editsFailed: number
  readonly seenMs: readonly number[]
  readonly unseen: number
  readonly statuses: readonly (readonly [number, number])[]
}

/** One workspace of the sandbox, one production server before it, and everybody who uses both, in real time. */
async function live(root: string, dashboards: number, isUsed: boolean, countAfterMs = 0): Promise<Told> {
  const directory = mkdtempSync(join(tmpdir(), 'konektor-economy-'))
  const sandbox = await startServer(
    ['dist/server/sandbox.js', '--limit', String(limit), '--key', key, '--leads', '600'],
    root,
  )
  const relay = await startCountingRelay(sandbox.port)
  const server = await startServer(['dist/server/serve.js'], root, {
    ...liveEnvironment(relay.baseUrl),
    KONEKTOR_API_KEY: key,
    DATA_DIR: directory,
    LOG_LEVEL: 'warn',
  })
  const origin = `http://127.0.0.1:${server.port}`
  const waiting = new Map<string, number>()
  const seenMs: number[] = []
  const open: RealDashboard[] = []
  const startedAt = Date.now()
  for (let one = 0; one < dashboards; one += 1) {
    const page = one % 3 === 2 ? 'leads' : 'overview'
    open.push(
      await openRealDashboard(origin, page, isUsed, (event) => {
        if (one !== 0 || event.kind !== 'leads') return
        for (const { id, notes } of event.leads) {
          const from = waiting.get(`${id} ${notes}`)
          if (from === undefined) continue
          waiting.delete(`${id} ${notes}`)
          seenMs.push(Date.now() - from)
        }
      }),
    )
  }
  const until = startedAt + countAfterMs + forMs
  const direct = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${sandbox.port}${agentBasePath}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    })
  const leads = ((await (await direct('/leads?limit=100')).json()) as { data: Lead[] }).data
  const idAt = (at: number) => leads[at % leads.length]?.id ?? ''

  async function rival(): Promise<void> {
    for (let call = 0; Date.now() < until; call += 1) {
      // Every sixth call of the rival changes a lead behind the dashboard's back.
      if (call % 6 === 5) {
        const notes = `Elsewhere ${call}`
        const response = await direct(`/leads/${idAt(50 + call)}`, { method: 'PATCH', body: JSON.stringify({ notes }) })
        if (response.ok && until - Date.now() > 15_000) waiting.set(`${idAt(50 + call)} ${notes}`, Date.now())
      } else await direct('/leads?limit=1')
      await sleep(3000)
    }
  }
  const editMs: number[] = []
  let editsFailed = 0
  async function editor(person: number): Promise<void> {
    await sleep(person * 7000)
    for (let round = 0; Date.now() < until - 30_000; round += 1) {
      const from = Date.now()
      const body = { writeId: crypto.randomUUID(), base: { values: {} }, changes: {}, note: `${person} ${round}` }
      const response = await fetch(`${origin}/bff/leads/${idAt(person * 15 + (round % 15))}`, {
        method: 'PATCH',
        headers: { ...ownHeaders, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (response.status === 200) editMs.push(Date.now() - from)
      else editsFailed += 1
      await sleep(30_000)
    }
  }
  await Promise.all(isUsed ? [rival(), ...[0, 1, 2].map(editor)] : [sleep(until - Date.now())])
  const calls = relay.calls.filter(({ atMs }) => atMs >= startedAt + countAfterMs)
  const statuses = new Map<number, number>()
  for (const one of open)
    for (const [status, count] of one.statuses) statuses.set(status, (statuses.get(status) ?? 0) + count)
  await Promise.all(open.map((one) => one.leave()))
  await server.stop()
  await relay.close()
  await sandbox.stop()
  rmSync(directory, { recursive: true, force: true })
  return {
    dashboards,
    calls: calls.length,
    tooOften: calls.filter(({ status }) => status === 429).length,
    editMs: editMs.sort((a, b) => a - b),
    editsFailed,
    seenMs: seenMs.sort((a, b) => a - b),
    unseen: waiting.size,
    statuses: [...statuses],
  }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN

// In real time, and so only where it is proved: `bff/live/economy.test.ts` is the same on a clock of its own.
describe.runIf(process.env.PROVE === '1')('ten minutes on the smallest plan, over real HTTP', () => {
  let root: ReturnType<typeof temporaryRoot>
  beforeAll(async () => {
    await ensureBuild()
    root = temporaryRoot('')
    return () => root.remove()
  }, 180_000)

  test(
    'two hundred dashboards cost no more than one',
    async () => {
      const results = await Promise.all([1, 10, 50, 200].map((dashboards) => live(root.path, dashboards, true)))
      for (const { editMs, seenMs, ...rest } of results) {
        const shown = {
          ...rest,
          edits: editMs.length,
          editP95: at(editMs, 0.95),
          seen: seenMs.length,
          seenMax: at(seenMs, 1),
        }
        process.stdout.write(`economy: ${JSON.stringify(shown)}\n`)
      }
      const alone = results[0]?.calls ?? Number.NaN
      for (const { dashboards, calls, tooOften, editMs, editsFailed, seenMs, unseen } of results) {
        expect(calls / alone, `${dashboards} dashboards`).toBeLessThanOrEqual(1.2)
        expect(tooOften).toBe(0)
        expect(editsFailed).toBe(0)
        expect(at(editMs, 0.95)).toBeLessThanOrEqual(3000)
        expect(unseen).toBe(0)
        expect(at(seenMs, 1)).toBeLessThanOrEqual(12_000)
      }
    },
    forMs + 3 * minute,
  )

  test(
    'twenty-five dashboards before which nobody sits cost thirty calls at most',
    async () => {
      // An opening counts as somebody's being there for two minutes.
      const { calls, tooOften, statuses } = await live(root.path, 25, false, 3 * minute)
      process.stdout.write(`idle: ${JSON.stringify({ calls, tooOften, statuses })}\n`)
      expect(tooOften).toBe(0)
      expect(calls).toBeLessThanOrEqual(30)
    },
    forMs + 6 * minute,
  )
})

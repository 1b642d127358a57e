import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { redisProgram, startRedis, type TestRedis } from '#bff/replicas/testing/redis-server.ts'
import { type LimitedUpstream, startLimitedUpstream } from './testing/limited-upstream.ts'
import { ownHeaders } from './testing/own-headers.ts'
import { liveEnvironment, type RunningServer, startServer } from './testing/running-server.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const isProving = process.env.PROVE === '1'
const limit = 60
/** Beyond one minute of the upstream's clock only where it is proved: elsewhere two servers start, work and stop. */
const overloadMs = isProving ? 10 * 60_000 : 3000

// Where no server program of Redis is installed nothing of this can be shown.
describe.runIf(redisProgram !== null)('two servers for one key on one Redis', () => {
  let root: ReturnType<typeof temporaryRoot>
  let redis: TestRedis
  let upstream: LimitedUpstream
  let directory: string
  let servers: RunningServer[] = []

  beforeAll(async () => {
    await ensureBuild()
    root = temporaryRoot('')
    directory = mkdtempSync(join(tmpdir(), 'konektor-replicas-'))
    ;[redis, upstream] = await Promise.all([startRedis(), startLimitedUpstream(limit)])
    const environment = {
      ...liveEnvironment(upstream.baseUrl),
      REDIS_URL: redis.url,
      DATA_DIR: directory,
      LOG_LEVEL: 'warn',
    }
    const start = () => startServer(['dist/server/serve.js'], root.path, environment)
    servers = [await start(), await start()]
  }, 180_000)
  afterEach(() => expect(servers.map((server) => server.output()).join('')).not.toContain('"level":50'))
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await Promise.all([redis.close(), upstream.close()])
    root.remove()
    rmSync(directory, { recursive: true, force: true })
  })

  const ask = (at: number, path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${servers[at]?.port}${path}`, { ...init, headers: { ...ownHeaders, ...init.headers } })

  test('keep their files together', async () => {
    const id = crypto.randomUUID()
    const name = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"name":"Rina"}' }
    expect((await ask(0, `/bff/members/${id}`, name)).status).toBe(200)
    await expect
      .poll(async () => await (await ask(1, '/bff/members')).text(), { timeout: 2000 })
      .toContain(`{"id":"${id}","name":"Rina"}`)
  })

  test(
    'hold the limit together under overload, beside a rival who takes a third',
    async () => {
      const statuses = new Map<number, number>()
      const until = Date.now() + overloadMs
      let question = 0
      async function person(at: number): Promise<void> {
        while (Date.now() < until) {
          question += 1
          const { status } = await ask(at, `/api/v2/agent/leads?search=q${question}`)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          await sleep(status === 200 ? 100 : 1000)
        }
      }
      async function rival(): Promise<void> {
        while (Date.now() < until) {
          upstream.rival()
          await sleep(3000)
        }
      }
      await Promise.all([...Array.from({ length: 16 }, (_, at) => person(at % 2)), rival()])
      const { arrivals } = upstream
      const most = Math.max(...arrivals.map((from, at) => arrivals.slice(at).filter((to) => to < from + 60_000).length))
      const answered = statuses.get(200) ?? 0
      // A line for the closing note, not an assertion.
      if (isProving)
        process.stdout.write(
          `two replicas: ${JSON.stringify({ most, refused: upstream.refused(), answered, statuses: [...statuses] })}\n`,
        )
      expect(most).toBeLessThanOrEqual(limit)
      expect(upstream.refused()).toBe(0)
      expect(answered).toBeGreaterThan(isProving ? (overloadMs / 60_000) * limit * 0.3 : 10)
      expect([...statuses.keys()].every((status) => status === 200 || status === 503)).toBe(true)
    },
    overloadMs + 60_000,
  )
})

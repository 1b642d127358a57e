import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dashboardHeader } from '#contract/headers.ts'
import { startFakeUpstream } from './testing/fake-upstream.ts'
import { sendLines } from './testing/raw-request.ts'
import { type RunningServer, runToEnd, startServer } from './testing/running-server.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const serve = ['dist/server/serve.js']
const own = { [dashboardHeader.name]: dashboardHeader.value, 'Sec-Fetch-Site': 'same-origin' }
const running: RunningServer[] = []
let root: ReturnType<typeof temporaryRoot>

async function start(environment: NodeJS.ProcessEnv): Promise<RunningServer> {
  const server = await startServer(serve, root.path, { LOG_LEVEL: 'warn', PORT: '0', ...environment })
  running.push(server)
  return server
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    if (await condition()) return true
    await sleep(50)
  }
  return false
}

/** The sandbox's process: the one child of the server. */
function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}

beforeAll(async () => {
  await ensureBuild()
  root = temporaryRoot('')
}, 180_000)
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})
afterAll(() => root.remove())

describe('a start that cannot be', () => {
  test('names every wrong value at once and exits with an error', async () => {
    const { code, output } = await runToEnd(serve, root.path, {
      PORT: 'x',
      KONEKTOR_BASE_URL: 'http://a.example',
      LOG_LEVEL: 'y',
    })
    expect(code).not.toBe(0)
    for (const name of ['PORT', 'KONEKTOR_BASE_URL', 'LOG_LEVEL']) expect(output).toContain(`- ${name}:`)
  })

  test('says which port is taken and how to choose another', async () => {
    const upstream = await startFakeUpstream()
    const port = new URL(upstream.origin).port
    const { code, output, durationMs } = await runToEnd(serve, root.path, { PORT: port })
    await upstream.close()
    expect(code).not.toBe(0)
    expect(output).toContain(`Port ${port} on 127.0.0.1 is taken`)
    expect(output).toMatch(/PORT=\d+ npm start/)
    expect(durationMs).toBeLessThan(3_000)
  })
})

describe('the server with its sandbox', () => {
  const directory = mkdtempSync(join(tmpdir(), 'konektor-data-'))
  const environment = { DATA_DIR: directory, SANDBOX_ARGS: '--leads 40' }
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  test('is not started twice on one data directory, and says by whom it is held (S33)', async () => {
    const first = await start(environment)
    const holder = childOf(first.pid)
    const { code, output, durationMs } = await runToEnd(serve, root.path, { ...environment, PORT: '0' })
    expect(code).not.toBe(0)
    expect(output).toContain(String(holder))
    expect(durationMs).toBeLessThan(2_000)
    expect((await sendLines(first.port, '/bff/status', { headers: own })).body).toContain('"kind":"sandbox"')
  })

  test('tells its control port to the owner only', async () => {
    await start(environment)
    const file = join(directory, 'sandbox-endpoint.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ controlPort: expect.any(Number) })
  })

  test('starts a sandbox that died again, behind the same address', async () => {
    const server = await start(environment)
    const list = () => sendLines(server.port, '/api/v2/agent/leads?limit=1', { headers: own })
    expect((await list()).status).toBe(200)
    process.kill(childOf(server.pid), 'SIGKILL')
    const meanwhile = await list()
    expect(meanwhile.status).toBeGreaterThanOrEqual(500)
    expect(meanwhile.body).toContain('"code":"UPSTREAM_')
    expect(await until(async () => (await list()).status === 200, 12_000)).toBe(true)
  })

  test('ends its sandbox with itself, also when it is killed', async () => {
    const server = await start(environment)
    const child = childOf(server.pid)
    expect(isAlive(child)).toBe(true)
    await server.stop('SIGKILL')
    expect(await until(() => !isAlive(child), 5_000)).toBe(true)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s (S20)', async (signal) => {
    const server = await start(environment)
    const child = childOf(server.pid)
    const from = performance.now()
    expect(await server.stop(signal)).toBe(0)
    expect(performance.now() - from).toBeLessThan(12_000)
    expect(isAlive(child)).toBe(false)
  })
})

test('answers what it had accepted before it ends (S20)', async () => {
  const slow = await startFakeUpstream({ delayMs: 1_500 })
  const server = await start({
    KONEKTOR_API_KEY: 'k'.repeat(24),
    KONEKTOR_BASE_URL: slow.origin,
    DATA_DIR: join(root.path, 'data'),
  })
  const answers = Array.from({ length: 10 }, (_, page) =>
    sendLines(server.port, `/api/v2/agent/leads?page=${page + 1}`, { headers: own }),
  )
  expect(await until(() => slow.calls.length === 10, 5_000)).toBe(true)
  const ended = server.stop('SIGTERM')
  for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200)
  expect(await ended).toBe(0)
  await slow.close()
})

test('an idle keep-alive connection does not hold the stop', async () => {
  const server = await start({ KONEKTOR_API_KEY: 'k'.repeat(24), DATA_DIR: join(root.path, 'data') })
  const socket = connect(server.port, '127.0.0.1')
  socket.write(`GET /icon.svg HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  socket.on('error', () => {})
  const from = performance.now()
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(performance.now() - from).toBeLessThan(3_000)
})

import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readEvents } from '#bff/live/testing/read-events.ts'
import { startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import { anewHeaders, ownHeaders } from './testing/own-headers.ts'
import { sendLines, sendRaw } from './testing/raw-request.ts'
import { liveEnvironment, type RunningServer, runToEnd, startServer } from './testing/running-server.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const serve = ['dist/server/serve.js']
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
    const upstream = await startRecordingUpstream()
    const port = new URL(upstream.baseUrl.origin).port
    const { code, output, durationMs } = await runToEnd(serve, root.path, { PORT: port })
    await upstream.close()
    expect(code).not.toBe(0)
    expect(output).toContain(`Port ${port} on 127.0.0.1 is taken`)
    expect(output).toMatch(/PORT=\d+ npm start/)
    expect(durationMs).toBeLessThan(3_000)
  })
})

describe('the server with a key', () => {
  const environment = { KONEKTOR_API_KEY: 'k'.repeat(24), KONEKTOR_BASE_URL: 'http://127.0.0.1:9', PORT: '0' }

  test('is not started twice on one data directory, and says by whom it is held (S33)', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'konektor-held-'))
    const first = await start({ ...environment, DATA_DIR: directory })
    const { code, output } = await runToEnd(serve, root.path, { ...environment, DATA_DIR: directory })
    expect(code).not.toBe(0)
    expect(output).toContain(`process ${first.pid} `)
    await first.stop()
    await (await start({ ...environment, DATA_DIR: directory })).stop()
    rmSync(directory, { recursive: true, force: true })
  })

  test('says so where nothing can be written into the data directory', async () => {
    for (const key of [environment.KONEKTOR_API_KEY, '']) {
      const DATA_DIR = join(root.path, 'package.json', 'data')
      const { code, output } = await runToEnd(serve, root.path, { ...environment, KONEKTOR_API_KEY: key, DATA_DIR })
      expect(code).not.toBe(0)
      expect(output).toMatch(/^DATA_DIR: nothing can be written/)
    }
  })
})

test('the metrics have a loopback port of their own, and a taken one is told at once', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'konektor-metrics-'))
  const environment = { ...liveEnvironment('http://127.0.0.1:9'), DATA_DIR: directory }
  const server = await start({ ...environment, METRICS_PORT: '0', LOG_LEVEL: 'info' })
  expect(await until(() => server.output().includes('"event":"metrics"'), 5000)).toBe(true)
  const port = Number(/"event":"metrics","port":(\d+)/.exec(server.output())?.[1])
  const answer = await sendLines(port, '/metrics')
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('\nkonektor_breaker_open 0\n')
  expect((await sendLines(port, '/metrics', { host: 'evil.example' })).status).toBe(403)
  expect((await sendLines(port, '/bff/status', { headers: ownHeaders })).status).toBe(404)
  expect((await sendLines(server.port, '/metrics', { headers: ownHeaders })).body).not.toContain('konektor_')
  const other = mkdtempSync(join(tmpdir(), 'konektor-metrics-'))
  const taken = await runToEnd(serve, root.path, { ...environment, DATA_DIR: other, METRICS_PORT: String(port) })
  expect(taken.code).not.toBe(0)
  expect(taken.output).toContain(`METRICS_PORT: ${port} on 127.0.0.1 cannot be listened on`)
  for (const one of [directory, other]) rmSync(one, { recursive: true, force: true })
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
    expect((await sendLines(first.port, '/bff/status', { headers: ownHeaders })).body).toContain('"kind":"sandbox"')
  })

  test('tells its control port to the owner only', async () => {
    await start(environment)
    const file = join(directory, 'sandbox-endpoint.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ controlPort: expect.any(Number) })
  })

  test('starts a sandbox that died again, behind the same address', async () => {
    const server = await start(environment)
    // As a person who looks again: what the proxy keeps would hide the death.
    const list = () => sendLines(server.port, '/api/v2/agent/leads?limit=1', { headers: anewHeaders })
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

  test.each([
    ['SIGTERM', 'won'],
    ['SIGINT', 'lost'],
  ] as const)('sends on %s what it holds for its grace', async (signal, status) => {
    const server = await start(environment)
    // Ctrl-C goes to a whole group: the sandbox has one of its own, and is there for the last change.
    const child = childOf(server.pid)
    expect(readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]).toBe(String(child))
    const list = await sendLines(server.port, '/api/v2/agent/leads?limit=1&status=new', { headers: ownHeaders })
    const { data } = JSON.parse(list.body.slice(list.body.indexOf('{'), list.body.lastIndexOf('}') + 1)) as {
      data: { id: string }[]
    }
    const path = `/${data[0]?.id}`
    const write = { writeId: randomUUID(), base: { values: { status: 'new' } }, changes: { status } }
    const held = await sendWrite(server.port, 'PATCH', `/bff/leads${path}`, write)
    expect([held.status, held.body]).toEqual([202, expect.stringContaining('"state":"held"')])
    expect(await server.stop(signal)).toBe(0)
    const again = await start(environment)
    const lead = await sendLines(again.port, `/api/v2/agent/leads${path}`, { headers: ownHeaders })
    expect(lead.body).toContain(`"status":"${status}"`)
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
  const slow = await startRecordingUpstream()
  slow.fail({ fault: { kind: 'latency', ms: 1_500 } })
  const server = await start({
    ...liveEnvironment(slow.baseUrl),
    DATA_DIR: join(root.path, 'data'),
  })
  const answers = Array.from({ length: 10 }, (_, page) =>
    sendLines(server.port, `/api/v2/agent/leads?page=${page + 1}`, { headers: ownHeaders }),
  )
  expect(await until(() => slow.requests.length === 10, 5_000)).toBe(true)
  const ended = server.stop('SIGTERM')
  for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200)
  expect(await ended).toBe(0)
  await slow.close()
})

/** A write as the page sends it. */
function sendWrite(port: number, method: string, path: string, value: unknown) {
  const body = JSON.stringify(value)
  const headers = Object.entries({ ...ownHeaders, 'Content-Type': 'application/json', 'Content-Length': body.length })
  const lines = [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close']
  return sendRaw(port, [...lines, ...headers.map((pair) => pair.join(': ')), '', body].join('\r\n'))
}

test('answers a write that its upstream leaves hanging as unknown, and still ends in 12 s (S20)', async () => {
  const silent = await startRecordingUpstream()
  silent.fail({ fault: { kind: 'silence', committed: true } })
  const server = await start({
    ...liveEnvironment(silent.baseUrl),
    DATA_DIR: join(root.path, 'data'),
    LOG_LEVEL: 'info',
  })
  const answer = sendWrite(server.port, 'POST', '/bff/leads', { writeId: randomUUID(), lead: { firstName: 'Sari' } })
  expect(await until(() => silent.requests.length === 1, 5_000)).toBe(true)
  const from = performance.now()
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(performance.now() - from).toBeLessThan(12_000)
  expect(await answer).toMatchObject({ status: 504, body: expect.stringContaining('UNKNOWN_OUTCOME') })
  expect(server.output()).toContain('"outcome":"unknown"')
  expect(silent.requests).toHaveLength(1)
  await silent.close()
})

test('breaks off a held change that its upstream leaves hanging, and says so in the audit line', async () => {
  const silent = await startRecordingUpstream()
  silent.fail({ method: 'PATCH', fault: { kind: 'silence', committed: true } })
  const server = await start({
    ...liveEnvironment(silent.baseUrl),
    DATA_DIR: join(root.path, 'data'),
    LOG_LEVEL: 'info',
  })
  const write = { writeId: randomUUID(), base: { values: { status: 'new' } }, changes: { status: 'won' } }
  expect((await sendWrite(server.port, 'PATCH', '/bff/leads/lead_abc123', write)).status).toBe(202)
  expect(silent.requests).toEqual([])
  const from = performance.now()
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(performance.now() - from).toBeLessThan(12_000)
  expect(silent.requests.map(({ method }) => method)).toEqual(['GET', 'PATCH'])
  expect(server.output()).toMatch(/"event":"write".*"outcome":"unknown"/)
  await silent.close()
})

test('ends after an error that nothing caught, says where it was thrown, and answers first', async () => {
  const slow = await startRecordingUpstream()
  slow.fail({ fault: { kind: 'latency', ms: 800 } })
  const thrower = join(root.path, 'thrower.mjs')
  writeFileSync(thrower, "process.on('SIGUSR2', () => setTimeout(() => { throw new RangeError('Budi Santoso') }))")
  const server = await startServer(['--import', thrower, ...serve], root.path, {
    ...liveEnvironment(slow.baseUrl),
    DATA_DIR: join(root.path, 'data'),
  })
  running.push(server)
  const answer = sendLines(server.port, '/api/v2/agent/leads', { headers: ownHeaders })
  expect(await until(() => slow.requests.length === 1, 5_000)).toBe(true)
  expect(await server.stop('SIGUSR2')).toBe(1)
  expect((await answer).status).toBe(200)
  expect(server.output()).toMatch(/"event":"uncaught".*RangeError/)
  expect(server.output()).not.toContain('Budi')
  await slow.close()
})

test('keeps damaged files aside, and says so on the start', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'konektor-damaged-'))
  const environment = { DATA_DIR: directory, SANDBOX_ARGS: '--leads 40' }
  // What is left of a database: `data-directory.test.ts` damages a whole one.
  mkdirSync(join(directory, 'sandbox/pg/global'), { recursive: true })
  writeFileSync(join(directory, 'sandbox/pg/PG_VERSION'), '18\n')
  mkdirSync(join(directory, 'desk/sandbox'), { recursive: true })
  writeFileSync(join(directory, 'desk/sandbox/tickets.json'), '[{"ref":')
  writeFileSync(join(directory, 'sandbox/pg/global/pg_control'), 'damaged')
  const server = await start(environment)
  for (const told of [/pg\.kept-/, /"event":"kept-aside","file":"[^"]*tickets\.json\.damaged-/]) {
    expect(await until(() => told.test(server.output()), 5_000), String(told)).toBe(true)
  }
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

test('open live streams end in order and do not hold the stop, not with a look at the upstream under way either (S20)', async () => {
  const silent = await startRecordingUpstream()
  silent.fail({ fault: { kind: 'silence', committed: false } })
  const server = await start({
    ...liveEnvironment(silent.baseUrl),
    DATA_DIR: join(root.path, 'data'),
  })
  const ask = () => fetch(`http://127.0.0.1:${server.port}/bff/events`, { headers: ownHeaders })
  const streams = (await Promise.all(Array.from({ length: 20 }, ask))).map(readEvents)
  for (const stream of streams) expect((await stream.next())?.kind).toBe('hello')
  expect(await until(() => silent.requests.length === 1, 5_000)).toBe(true)
  const from = performance.now()
  const ends = Promise.all(streams.map((stream) => stream.ended()))
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(performance.now() - from).toBeLessThan(3_000)
  expect(new Set(await ends)).toEqual(new Set(['in order']))
  expect(silent.requests).toHaveLength(1)
  await silent.close()
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

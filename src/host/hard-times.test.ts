import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RecordingUpstream, startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import { anewHeaders as headers } from './testing/own-headers.ts'
import { watchMemory } from './testing/process-memory.ts'
import { sendLines } from './testing/raw-request.ts'
import { liveEnvironment, type RunningServer, startServer } from './testing/running-server.ts'
import { dribble } from './testing/slow-client.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const isProving = process.env.PROVE === '1'
/** Figures for whoever reads the output of the full run; the short one is silent. */
function report(text: string): void {
  if (isProving) process.stdout.write(`${text}\n`)
}

const page = { Accept: 'text/html', 'Sec-Fetch-Mode': 'navigate' }
let root: ReturnType<typeof temporaryRoot>
let directories = 0

beforeAll(async () => {
  await ensureBuild()
  root = temporaryRoot('')
}, 180_000)
afterAll(() => root.remove())

/** A production server before this upstream, used for a while so that its memory has settled. */
async function startBefore(upstream: RecordingUpstream, warmUps: number): Promise<RunningServer> {
  directories += 1
  const server = await startServer(['dist/server/serve.js'], root.path, {
    ...liveEnvironment(upstream.baseUrl),
    DATA_DIR: `hard-${directories}`,
    LOG_LEVEL: 'error',
  })
  for (let page = 1; page <= warmUps; page += 1) expect((await read(server, page)).status).toBe(200)
  return server
}

function read({ port }: RunningServer, page: number) {
  return sendLines(port, `/api/v2/agent/leads?page=${page}`, { headers })
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}

// In full one after the other, because memory and time are measured.
// Tests that run at once are each given an `expect` of their own: the common one knows only the test that began last.
describe('hard times', { concurrent: !isProving }, () => {
  test('clients that dribble their heads are cut off, and others do not feel them', async ({ expect }) => {
    const count = isProving ? 1000 : 60
    const upstream = await startRecordingUpstream()
    const server = await startBefore(upstream, isProving ? 300 : 100)
    const grownMiB = watchMemory(server.pid)
    let areOpen = true
    const slow = Promise.all(
      Array.from({ length: count }, () => dribble(server.port, 'GET / HTTP/1.1\r\nX: ', 500)),
    ).finally(() => {
      areOpen = false
    })
    const tookMs: number[] = []
    for (let page = 1; areOpen; page += 1) {
      const from = performance.now()
      expect((await read(server, page)).status).toBe(200)
      tookMs.push(performance.now() - from)
      await sleep(10)
    }
    const ends = await slow
    const grown = grownMiB()
    for (const end of ends) expect(end).toMatchObject({ status: 408, answers: 1 })
    const slowest = Math.max(...ends.map(({ ms }) => ms))
    const p95 = percentile(tookMs, 0.95)
    report(`${count} slow heads: cut after at most ${Math.round(slowest)} ms; ${tookMs.length} reads meanwhile,`)
    report(`p95 ${p95.toFixed(1)} ms; memory + ${grown.toFixed(1)} MiB`)
    expect(slowest).toBeLessThan(10_000)
    expect(tookMs.length).toBeGreaterThan(20)
    expect(p95).toBeLessThan(500)
    expect(grown).toBeLessThan(64)
    expect(await server.stop()).toBe(0)
    await upstream.close()
  })

  // Minutes long, one to see that nothing moves and one to see that it still does not: in full only.
  if (isProving) {
    test('clients that never read their answers are let go', async ({ expect }) => {
      const upstream = await startRecordingUpstream()
      const server = await startBefore(upstream, 5)
      const asset = /\/assets\/[^"]+\.js/.exec((await sendLines(server.port, '/', { headers: page })).body)?.[0] ?? ''
      const wholeBytes = 15 * (await sendLines(server.port, asset)).body.length
      const lines = `GET ${asset} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`.repeat(15)
      const grownMiB = watchMemory(server.pid)
      const held = await Promise.all(
        Array.from({ length: 100 }, async () => {
          const socket = connect(server.port, '127.0.0.1').pause()
          const closed = new Promise((resolve) => socket.once('error', () => undefined).once('close', resolve))
          await new Promise((resolve) => socket.write(lines, resolve))
          return { socket, closed }
        }),
      )
      await sleep(160_000)
      const grown = grownMiB()
      // What is on its way in the kernel comes yet; then there is nobody who would send the rest.
      for (const { socket } of held) socket.resume()
      await Promise.all(held.map(({ closed }) => closed))
      for (const { socket } of held) expect(socket.bytesRead).toBeLessThan(wholeBytes)
      report(`100 clients that do not read: memory + ${grown.toFixed(1)} MiB; all let go`)
      expect(grown).toBeLessThan(128)
      expect(await server.stop()).toBe(0)
      await upstream.close()
    })
  }

  test('a gzip bomb ends in 502 and leaves the memory as it was (S8)', async ({ expect }) => {
    const megabytes = isProving ? 300 : 64
    const upstream = await startRecordingUpstream()
    const server = await startBefore(upstream, isProving ? 300 : 100)
    // Made beforehand: an upstream that packs it for every answer is only late.
    const body = gzipSync(Buffer.alloc(megabytes * 2 ** 20, 0x20))
    const json = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    upstream.fail({ fault: { kind: 'raw', status: 200, headers: json, body }, times: 4 })
    const grownMiB = watchMemory(server.pid)
    for (let page = 1; page <= 4; page += 1) {
      const answer = await read(server, page)
      expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([502, 'UPSTREAM_INVALID'])
    }
    const grown = grownMiB()
    report(`4 gzip bombs of ${megabytes} MiB: memory + ${grown.toFixed(1)} MiB`)
    expect(grown).toBeLessThan(32)
    expect((await read(server, 5)).status).toBe(200)
    expect(await server.stop()).toBe(0)
    await upstream.close()
  })

  test('an upstream that is gone is left in peace, and within 15 s of its return all is well, in the same process (S25)', async ({
    expect,
  }) => {
    const outageS = isProving ? 300 : 2
    const first = await startRecordingUpstream()
    const port = Number(first.baseUrl.port)
    const server = await startBefore(first, 5)
    await first.close()
    let calls = 0
    const refuser = createServer((socket) => {
      calls += 1
      socket.on('error', () => undefined).resetAndDestroy()
    })
    await new Promise<void>((resolve) => refuser.listen(port, '127.0.0.1', resolve))

    /** As ten tabs ask that have lost their data: a question each second. */
    const answers: { readonly status: number; readonly ms: number; readonly at: number }[] = []
    let isOver = false
    const tabs = Array.from({ length: 10 }, async (_, tab) => {
      for (let page = 100 * tab; !isOver; page += 1) {
        const from = performance.now()
        const { status } = await read(server, page + 10)
        answers.push({ status, ms: performance.now() - from, at: performance.now() })
        await sleep(isProving ? 1000 : 100)
      }
    })
    await sleep(outageS * 1000)
    const callsMeanwhile = calls
    const refused = answers.splice(0)
    await new Promise<void>((resolve) => refuser.close(() => resolve()))
    const second = await startRecordingUpstream(port)
    const backAt = performance.now()
    await expect.poll(() => answers.some(({ status }) => status === 200), { timeout: 15_000, interval: 50 }).toBe(true)
    const wellAfterMs = (answers.find(({ status }) => status === 200)?.at ?? 0) - backAt
    await sleep(1000)
    isOver = true
    await Promise.all(tabs)
    const askedSince = answers.length
    report(
      `${outageS} s away: ${refused.length} questions, ${callsMeanwhile} calls, p95 ${percentile(
        refused.map(({ ms }) => ms),
        0.95,
      ).toFixed(1)} ms;`,
    )
    report(
      `well again after ${Math.round(wellAfterMs)} ms; then ${second.requests.length} calls for ${askedSince} questions`,
    )
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([502]))
    // Those that open the breaker, with their retries, and then one each 5 s.
    expect(callsMeanwhile).toBeLessThan(20 + outageS / 4)
    expect(wellAfterMs).toBeLessThan(15_000)
    expect(second.requests.length).toBeLessThanOrEqual(askedSince)
    expect((await read(server, 7)).status).toBe(200)
    // It is the process that was started, and it ends in order.
    expect(await server.stop()).toBe(0)
    await second.close()
  })
})

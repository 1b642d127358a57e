import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type RecordingUpstream, startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import type { LeadWrites } from '#contract/lead-write.ts'
import { anewHeaders as headers } from './testing/own-headers.ts'
import { sendLines } from './testing/raw-request.ts'
import { liveEnvironment, type RunningServer, startServer } from './testing/running-server.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const isProving = process.env.PROVE === '1'
let root: ReturnType<typeof temporaryRoot>

beforeAll(async () => {
  await ensureBuild()
  root = temporaryRoot('')
}, 180_000)
afterAll(() => root.remove())

function startBefore(upstream: RecordingUpstream, directory: string): Promise<RunningServer> {
  return startServer(['dist/server/serve.js'], root.path, {
    ...liveEnvironment(upstream.baseUrl),
    DATA_DIR: directory,
    LOG_LEVEL: 'error',
  })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2)
}

/** The status of a whole answer; 0 where none came. */
function ask(port: number, agent: Agent, method: string, path: string, body?: string): Promise<number> {
  return new Promise((resolve) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const asked = request(
      { host: '127.0.0.1', port, agent, method, path, headers: { ...headers, ...type } },
      (answer) => {
        answer.resume().once('close', () => resolve(answer.complete ? (answer.statusCode ?? 0) : 0))
      },
    )
    asked.once('error', () => resolve(0)).end(body)
  })
}

describe('a server that is stopped', { concurrent: !isProving }, () => {
  test('by SIGTERM under load answers everything that it had passed on, and ends with 0 in 12 s (S20)', async ({
    expect,
  }) => {
    const upstream = await startRecordingUpstream()
    const server = await startBefore(upstream, 'stopped')
    await sendLines(server.port, '/api/v2/agent/leads', { headers })
    upstream.fail({ fault: { kind: 'latency', ms: 150 } })
    upstream.requests.length = 0
    const answered = new Map<string, number>()
    const clients = isProving ? 100 : 16
    let isOver = false
    const load = Array.from({ length: clients }, async (_, client) => {
      // Half of them keep their connection, half open one for each request; every fourth writes.
      const agent = new Agent({ keepAlive: client % 2 === 0 })
      for (let round = 0; !isOver; round += 1) {
        const name = `${client}-${round}`
        const ticket = JSON.stringify({ subject: `ticket ${name}`, message: 'There' })
        const status =
          client % 4 === 3
            ? await ask(server.port, agent, 'POST', '/bff/tickets', ticket)
            : await ask(server.port, agent, 'GET', `/api/v2/agent/leads?search=read-${name}-`)
        answered.set(name, status)
        if (status === 0) await sleep(20)
      }
      agent.destroy()
    })
    await until(() => upstream.requests.length >= 3 * clients)
    const from = performance.now()
    const code = await server.stop('SIGTERM')
    const tookMs = performance.now() - from
    isOver = true
    await Promise.all(load)
    const lost = upstream.requests.filter(({ method, target, body }) => {
      const name = (method === 'POST' ? /ticket ([\d-]+)"/.exec(body) : /read-([\d-]+)-/.exec(target))?.[1] ?? ''
      return answered.get(name) !== (method === 'POST' ? 201 : 200)
    })
    if (isProving) {
      process.stdout.write(
        `${clients} clients: ${upstream.requests.length} passed on, ${lost.length} without an answer, `,
      )
      process.stdout.write(`ended after ${Math.round(tookMs)} ms\n`)
    }
    expect(code).toBe(0)
    expect(tookMs).toBeLessThan(12_000)
    expect(lost.map(({ target, body }) => target + body)).toEqual([])
    await upstream.close()
  })

  test('by SIGKILL starts again, keeps what it had confirmed, and sends a held change only when it is asked anew', async ({
    expect,
  }) => {
    const upstream = await startRecordingUpstream()
    const patches = () =>
      upstream.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => JSON.parse(body))
    const write = { writeId: randomUUID(), base: { values: { status: 'new' } }, changes: { status: 'won' } }
    const hold = (port: number) =>
      sendLines(port, '/bff/leads/lead_abc123', { method: 'PATCH', headers, body: JSON.stringify(write) })
    const sent: string[] = []
    const rounds = isProving ? 20 : 2
    for (let round = 0; round < rounds; round += 1) {
      const server = await startBefore(upstream, 'killed')
      expect(await hold(server.port)).toMatchObject({ status: 202, body: expect.stringContaining('"held"') })
      // Killed in the midst of tickets being noted: after another one each round.
      const agent = new Agent({ keepAlive: true })
      const tickets = Array.from({ length: 12 }, async (_, index) => {
        const subject = `ticket ${round}-${index}`
        const status = await ask(server.port, agent, 'POST', '/bff/tickets', JSON.stringify({ subject, message: 'x' }))
        if (status === 201) sent.push(subject)
      })
      const before = sent.length
      await until(() => sent.length > before + (round % 8))
      const killedAt = Date.now()
      await server.stop('SIGKILL')
      await Promise.all(tickets)
      agent.destroy()
      expect(patches()).toEqual([])

      const again = await startBefore(upstream, 'killed')
      const ledger = await sendLines(again.port, '/bff/tickets', { headers })
      for (const subject of sent) expect(ledger.body).toContain(`"${subject}"`)
      const listed = await sendLines(again.port, `/bff/holds?ids=${write.writeId}`, { headers })
      const { data } = JSON.parse(bodyOf(listed.body)) as { data: LeadWrites }
      // By this the page knows that its change was forgotten, and asks the person.
      expect(data.writes).toEqual([])
      expect(Date.parse(data.startedAt)).toBeGreaterThan(killedAt)
      await again.stop('SIGKILL')
    }
    const last = await startBefore(upstream, 'killed')
    expect((await hold(last.port)).status).toBe(202)
    expect(patches()).toEqual([])
    expect(await last.stop('SIGTERM')).toBe(0)
    expect(patches()).toEqual([{ status: 'won' }])
    await upstream.close()
  })
})

/** A chunked body without the lengths of its chunks. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
}

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEvents } from '#bff/live/testing/read-events.ts'
import { type RecordingUpstream, startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { dashboardHeader } from '#contract/headers.ts'
import { securityHeaders } from './security-headers.ts'
import { type RawAnswer, sendLines, sendRaw } from './testing/raw-request.ts'
import { type RunningServer, startServer } from './testing/running-server.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const canary = 'canary-93bd0c5e7f1a4d2286'
const own = { [dashboardHeader.name]: dashboardHeader.value, 'Sec-Fetch-Site': 'same-origin' }

/** Every route of both tables, with its method. */
const routes = [...Object.values(agentEndpoints), ...Object.values(bffEndpoints)].map(({ method, path }) => ({
  method,
  target: path.replace(/:id\b/, '0190a4b2-7c1d-7e3f-8a5b-6c7d8e9f0a1b'),
}))

/** What a foreign page, a foreign port of this machine, or a plain link can send. */
const forbidden: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'Sec-Fetch-Site': 'same-origin' },
  { [dashboardHeader.name]: '0', 'Sec-Fetch-Site': 'same-origin' },
  { ...own, 'Sec-Fetch-Site': 'same-site' },
  { ...own, 'Sec-Fetch-Site': 'cross-site' },
  { ...own, 'Sec-Fetch-Site': 'none' },
  { [dashboardHeader.name]: '1', Origin: 'http://127.0.0.1:1' },
  { [dashboardHeader.name]: '1', Origin: 'https://evil.example' },
  { [dashboardHeader.name]: '1', Origin: 'null' },
]

/** Opens the live stream. */
async function listen(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/bff/events`, { headers: own })
  return { headers: Object.fromEntries(response.headers), stream: readEvents(response) }
}

/** A note on a lead, saved through the dashboard. */
function saveNote(port: number, note: string): Promise<Response> {
  const body = JSON.stringify({ writeId: randomUUID(), base: { values: {} }, changes: {}, note })
  const headers = { ...own, 'Content-Type': 'application/json' }
  return fetch(`http://127.0.0.1:${port}/bff/leads/lead_abc123`, { method: 'PATCH', headers, body })
}

let upstream: RecordingUpstream
let root: ReturnType<typeof temporaryRoot>

beforeAll(async () => {
  await ensureBuild()
  upstream = await startRecordingUpstream()
  root = temporaryRoot(
    `KONEKTOR_API_KEY=${canary}\nKONEKTOR_BASE_URL=${upstream.baseUrl.origin}\nPORT=0\nLOG_LEVEL=warn\nDATA_DIR=kept\n`,
  )
}, 180_000)
afterAll(async () => {
  await upstream.close()
  root.remove()
})

describe.each([
  { kind: 'development', args: ['src/host/testing/dev-server.mjs', 'dev'] },
  { kind: 'preview', args: ['src/host/testing/dev-server.mjs', 'preview'] },
  { kind: 'production', args: ['dist/server/serve.js'] },
] as const)('the $kind server', ({ kind, args }) => {
  let server: RunningServer
  const seen: RawAnswer[] = []

  async function ask(target: string, options: Parameters<typeof sendLines>[2] = {}): Promise<RawAnswer> {
    const answer = await sendLines(server.port, target, options)
    seen.push(answer)
    return answer
  }

  beforeAll(async () => {
    server = await startServer([...args], root.path)
    // The first answer of the development server compiles the server's code.
    await sendLines(server.port, '/bff/status', { headers: own })
  }, 90_000)
  afterAll(async () => {
    await server.stop()
  })

  test('tells a monitor that it is well, by a listed name only, and asks the upstream nothing', async () => {
    const before = upstream.requests.length
    for (const target of ['/healthz', '/readyz']) {
      expect(await ask(target)).toMatchObject({ status: 200, body: 'ok\n' })
      expect((await ask(target, { method: 'HEAD' })).status).toBe(200)
      expect((await ask(target, { method: 'POST' })).status).toBe(405)
      expect((await ask(target, { host: 'evil.example' })).status).toBe(403)
    }
    expect(upstream.requests).toHaveLength(before)
  })

  test('serves the page and the status', async () => {
    const page = await ask('/', { headers: { Accept: 'text/html', 'Sec-Fetch-Mode': 'navigate' } })
    expect(page.status).toBe(200)
    expect(page.body).toContain('<div id="root">')
    const status = await ask('/bff/status', { headers: own })
    expect(status.status).toBe(200)
    expect(status.body).toContain('"kind":"live"')
    expect((await ask('/api/v2/agent/leads', { headers: own })).status).toBe(200)
  })

  test('tells a live stream at once what was saved, with every header (S16, S17)', async () => {
    const { headers, stream } = await listen(server.port)
    expect(await stream.next()).toMatchObject({ kind: 'hello' })
    expect((await saveNote(server.port, `Seen by ${kind}`)).status).toBe(200)
    expect((await stream.until('leads')).leads[0]?.notes).toContain(`Seen by ${kind}`)
    await stream.leave()
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/event-stream; charset=utf-8' })
    seen.push({ status: 200, headers, body: '' })
  })

  test('answers under one Host header of the list only, with its port (S13)', async () => {
    const { port } = server
    for (const target of ['/', '/bff/status', '/api/v2/agent/leads', '/assets/none.js', '/icon.svg']) {
      for (const host of [
        null,
        [],
        [`127.0.0.1:${port}`, `127.0.0.1:${port}`],
        [`127.0.0.1:${port}`, 'evil.example'],
      ]) {
        expect((await ask(target, { host, headers: own })).status, `${target} ${host}`).toBe(400)
      }
      const wrong = [
        'evil.example',
        '127.0.0.1',
        `127.0.0.1:${port - 1}`,
        `evil.example:${port}`,
        `127.0.0.1:${port}.evil.example`,
        `localhost.:${port}`,
      ]
      for (const host of wrong)
        expect((await ask(target, { host, headers: own })).status, `${target} ${host}`).toBe(403)
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect((await ask('/bff/status', { host, headers: own })).status, host).toBe(200)
    }
  })

  test('refuses every route to whatever is not its own page, without asking the upstream (S14)', async () => {
    const before = upstream.requests.length
    for (const { method, target } of routes) {
      for (const headers of forbidden) {
        const answer = await ask(target, { method, headers: { ...headers, 'Content-Length': '0' } })
        expect(answer.status, `${method} ${target} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
    expect(upstream.requests.length).toBe(before)
  })

  test('knows no CORS, not for another port of this machine either (S15)', async () => {
    for (const target of ['/', '/bff/status', '/api/v2/agent/leads', '/icon.svg']) {
      for (const method of ['GET', 'OPTIONS']) {
        const headers = { Origin: 'http://localhost:1', 'Access-Control-Request-Method': 'GET' }
        const answer = await ask(target, { method, headers })
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      }
    }
  })

  test('does not give out the .env file in any form (S3)', async () => {
    const at = `/@fs${root.path}/.env`
    const forms = [
      '/.env',
      at,
      `${at}?`,
      `${at}?raw`,
      `${at}?raw??`,
      `${at}?import&raw`,
      `${at}?import&raw??`,
      `${at}?url&inline`,
      `${at}?import&url&inline`,
      `${at}?.svg?.wasm?init`,
      `${at}?raw?import`,
      `${at}/`,
      `${at}/.`,
      `${at}%00`,
      `${at}#/../index.html`,
      `/@fs/x/x/x/vite/../../../..${root.path}/.env`,
      `/@fs//${root.path}/.env`,
      '/.env?raw',
      '/.env?raw??',
      '/.env?import&raw',
      '/.env?url&inline',
      '/.ENV',
      '/.env::$DATA',
      '/%2eenv',
      '/.en%76?raw',
      '/src/../.env',
      '/src/%2e%2e/.env?raw',
      '/src/..%2f.env',
      '//.env',
      '/\\.env',
      '/@id/.env?raw',
      '/@id/__x00__/.env',
      '/index.html/../.env',
      '/assets/../../../.env',
      '/assets/..%5c..%5c.env',
      '/bff/../.env',
      '/node_modules/../.env?raw',
    ]
    for (const form of forms) expect((await ask(form)).body, form).not.toContain(canary)
    for (const module of forms.filter((form) => !/[\\#]/.test(form))) {
      const headers = {
        Accept: '*/*',
        'Sec-Fetch-Dest': 'script',
        'Sec-Fetch-Mode': 'no-cors',
        'Sec-Fetch-Site': 'same-origin',
      }
      expect((await ask(module, { headers })).body, module).not.toContain(canary)
    }
  })

  test('does not give out what stands beside it or in the data directory (S3)', async () => {
    for (const file of ['.env~', '.envrc', '.env-old', 'kept/desk/x/tickets.json', 'sandbox-endpoint.json']) {
      mkdirSync(dirname(join(root.path, file)), { recursive: true })
      writeFileSync(join(root.path, file), `{"secret":"${canary}"}`)
      for (const form of [
        `/${file}`,
        `/${file}?raw`,
        `/@fs${root.path}/${file}`,
        `/@fs${root.path}/${file}?import&raw`,
      ]) {
        expect((await ask(form, { headers: { Accept: '*/*', 'Sec-Fetch-Dest': 'script' } })).body, form).not.toContain(
          canary,
        )
      }
    }
  })

  test('folds no path into another (S6)', async () => {
    const before = upstream.requests.length
    for (const target of [
      '/api/v2/agent/leads/%2e%2e/workspace',
      '/api/v2/agent/leads/../workspace',
      '/api/v2/agent/leads/.%2E/workspace',
      '/api/v2/agent/./workspace',
      '/api/v2/agent/leads/..',
      '/api/v2/agent\\workspace',
      '/bff/x/%2e%2e/status?a=1',
    ]) {
      expect((await ask(target, { headers: own })).status, target).toBe(400)
    }
    expect(upstream.requests.length).toBe(before)
    expect((await ask('/api/v2/agent/leads?search=a/../b', { headers: own })).status).toBe(200)
  })

  test('refuses a strange expectation in its own frame', async () => {
    expect((await ask('/bff/status', { headers: { ...own, Expect: 'x' } })).status).toBe(417)
  })

  if (kind === 'development') {
    test('opens a WebSocket for its own page only', async () => {
      const token = /const wsToken = "([^"]+)"/.exec((await ask('/@vite/client')).body)?.[1] ?? ''
      const name = `127.0.0.1:${server.port}`
      async function upgrade(host: string, origin: string | null): Promise<string> {
        const socket = connect(server.port, '127.0.0.1')
        socket.write(
          `GET /?token=${token} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
            'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
            `Sec-WebSocket-Protocol: vite-hmr\r\n${origin === null ? '' : `Origin: ${origin}\r\n`}\r\n`,
        )
        const [chunk] = (await once(socket, 'data')) as [Buffer]
        socket.destroy()
        return chunk.toString('latin1').slice(9, 12)
      }
      expect(token).not.toBe('')
      expect(await upgrade(name, `http://${name}`)).toBe('101')
      expect(await upgrade('evil.example', `http://${name}`)).toBe('403')
      expect(await upgrade(name, 'http://evil.example')).toBe('403')
      expect(await upgrade(name, 'http://127.0.0.1:1')).toBe('403')
      expect(await upgrade(name, null)).toBe('403')
    })
  }

  test('takes no target but a path', async () => {
    for (const target of ['http://evil.example/', `http://127.0.0.1:${server.port}/bff/status`]) {
      expect((await ask(target, { headers: own })).status, target).toBe(400)
    }
    // Vite's router answers this one before any guard, with a policy that allows nothing.
    if (kind === 'production') expect((await ask('*', { method: 'OPTIONS', headers: own })).status).toBe(400)
  })

  test('set every header of the list on every one of those answers (S16)', () => {
    const nonce = /'nonce-([^']+)'/.exec(seen[0]?.headers['content-security-policy'] ?? '')?.[1] ?? ''
    const expected = securityHeaders(kind === 'development' ? { kind, nonce } : { kind: 'production' }, false)
    if (kind === 'development') expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect(seen.length).toBeGreaterThan(200)
    for (const answer of seen) expect(answer.headers).toMatchObject(expected)
  })

  test('never shows the key (S1)', () => {
    const forms = [
      canary,
      Buffer.from(canary).toString('base64'),
      Buffer.from(canary).toString('hex'),
      canary.slice(0, 8),
    ]
    const everything = seen.map((answer) => JSON.stringify(answer)).join('\n') + server.output()
    for (const form of forms) expect(everything).not.toContain(form)
  })
})

describe('the production server alone', () => {
  let server: RunningServer
  let open: Awaited<ReturnType<typeof listen>>
  const expected = securityHeaders({ kind: 'production' }, false)

  beforeAll(async () => {
    server = await startServer([join('dist', 'server', 'serve.js')], root.path)
    // First, so that it has become old when it is looked at again.
    open = await listen(server.port)
  })
  afterAll(async () => {
    expect(await server.stop('SIGINT')).toBe(0)
  })

  test('puts the headers on what Node’s parser refuses', async () => {
    const overlong = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`
    const broken = ['GARBAGE\r\n\r\n', 'GET /\x01 HTTP/1.1\r\n\r\n', overlong]
    for (const text of broken) {
      const answer = await sendRaw(server.port, text)
      expect([400, 431]).toContain(answer.status)
      expect(answer.headers).toMatchObject(expected)
    }
  })

  test('answers what came whole before something broken, and both in order', async () => {
    const head = Object.entries({ Host: `127.0.0.1:${server.port}`, ...own }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    const good = `GET /bff/status HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`
    const answer = await sendRaw(server.port, `${good}GARBAGE\r\n\r\n`)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('"kind":"live"')
    expect(answer.body).toContain('HTTP/1.1 400')
  })

  test('ends the connection of a client that goes on sending (S19)', async () => {
    async function dribble(head: string) {
      const from = performance.now()
      const socket = connect(server.port, '127.0.0.1', () => socket.write(head))
      const timer = setInterval(() => socket.write('a'), 200)
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1')
      })
      socket.on('error', () => undefined)
      await once(socket, 'close')
      clearInterval(timer)
      return { status: text.slice(9, 12), answers: text.split('HTTP/1.1').length - 1, ms: performance.now() - from }
    }
    const [late, early] = await Promise.all([
      dribble('GET / HTTP/1.1\r\nX: '),
      dribble(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 999\r\n\r\n`),
    ])
    expect([late.status, late.answers]).toEqual(['408', 1])
    expect(late.ms).toBeLessThan(8_000)
    expect([early.status, early.answers]).toEqual(['405', 1])
    expect(early.ms).toBeLessThan(2_000)
  })

  test('gives up on a head that does not come (S19)', async () => {
    const from = performance.now()
    const answer = await sendRaw(server.port, 'GET / HTTP/1.1\r\nHost:')
    expect(answer.status).toBe(408)
    expect(performance.now() - from).toBeLessThan(8_000)
    expect(answer.headers).toMatchObject(expected)
  })

  test('keeps assets for ever, checks pages each time, and knows no unknown asset (S17)', async () => {
    const navigate = { Accept: 'text/html', 'Sec-Fetch-Mode': 'navigate' }
    const page = await sendLines(server.port, '/leads/some-lead', { headers: navigate })
    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('no-cache')
    const asset = /\/assets\/[^"]+\.js/.exec(page.body)?.[0] ?? ''
    const plain = await sendLines(server.port, asset)
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const packed = await sendLines(server.port, asset, { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2)
    const again = await sendLines(server.port, '/', { headers: { 'If-None-Match': page.headers.etag ?? '' } })
    expect(again.status).toBe(304)
    expect((await sendLines(server.port, '/assets/unknown.js', { headers: navigate })).status).toBe(404)
    expect((await sendLines(server.port, '/unknown.png')).status).toBe(404)
    expect((await sendLines(server.port, '/', { method: 'POST', headers: { 'Content-Length': '0' } })).status).toBe(405)
    expect((await sendLines(server.port, '/bff/status', { headers: own })).headers['cache-control']).toBe('no-store')
  })

  test('keeps a live stream open beyond all time limits of a request, and shows that it lives (S19)', async () => {
    const { stream } = open
    const told = stream.until('leads')
    await expect.poll(stream.heartbeats, { timeout: 20_000 }).toBe(1)
    await saveNote(server.port, 'Still there')
    expect((await told).leads[0]?.notes).toContain('Still there')
    await stream.leave()
  })
})

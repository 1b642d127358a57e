import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RecordingUpstream, startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import { validRequests } from '#bff/recording/valid-requests.ts'
import { serverTimeouts } from './harden-server.ts'
import { securityHeaders } from './security-headers.ts'
import { forbiddenHeads } from './testing/forbidden-heads.ts'
import { framingCases } from './testing/framing-cases.ts'
import { listen, saveNote } from './testing/live-client.ts'
import { ownHeaders } from './testing/own-headers.ts'
import { type RawAnswer, sendLines, sendRaw } from './testing/raw-request.ts'
import { type RunningServer, startServer } from './testing/running-server.ts'
import { slowClients } from './testing/slow-client.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const canary = 'canary-93bd0c5e7f1a4d2286'

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
  /** Begun first: while they are waited for, the other tests run. */
  let slow: ReturnType<typeof slowClients>
  const seen: RawAnswer[] = []

  async function ask(target: string, options: Parameters<typeof sendLines>[2] = {}): Promise<RawAnswer> {
    const answer = await sendLines(server.port, target, options)
    seen.push(answer)
    return answer
  }

  beforeAll(async () => {
    server = await startServer([...args], root.path)
    // The first answer of the development server compiles the server's code.
    await sendLines(server.port, '/bff/status', { headers: ownHeaders })
    slow = slowClients(server.port, ownHeaders)
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
    const status = await ask('/bff/status', { headers: ownHeaders })
    expect(status.status).toBe(200)
    expect(status.body).toContain('"kind":"live"')
    expect((await ask('/api/v2/agent/leads', { headers: ownHeaders })).status).toBe(200)
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
        expect((await ask(target, { host, headers: ownHeaders })).status, `${target} ${host}`).toBe(400)
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
        expect((await ask(target, { host, headers: ownHeaders })).status, `${target} ${host}`).toBe(403)
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect((await ask('/bff/status', { host, headers: ownHeaders })).status, host).toBe(200)
    }
  })

  test('refuses every route to whatever is not its own page, without asking the upstream (S13, S14)', async () => {
    const heads = forbiddenHeads(`127.0.0.1:${server.port}`)
    const { agent, own: ours } = validRequests()
    const before = upstream.requests.length
    // In short each route gets another part of the combinations, so that all are seen; in full each gets them all.
    const parts = process.env.PROVE === '1' ? 1 : 40
    let refused = 0
    for (const [route, { method, target, body }] of [...agent, ...ours].entries()) {
      for (const [index, head] of heads.entries()) {
        if ((index + route) % parts !== 0) continue
        const answer = await ask(target, { method, host: head.hosts, headers: head.headers, body })
        refused += 1
        expect(answer.status, `${method} ${target} ${JSON.stringify(head)}`).toBe(head.status)
        expect(answer.body).toContain(head.status === 400 ? '"BAD_REQUEST"' : '"ORIGIN_REFUSED"')
      }
    }
    expect(heads).toHaveLength(7 * 3 * 5 * 6 - 4)
    expect(refused).toBeGreaterThan(heads.length / 2)
    expect(upstream.requests.length).toBe(before)
  })

  test('ends the connection of whatever two readers could read differently, and goes on serving', async () => {
    const before = upstream.requests.length
    for (const { name, bytes, status } of framingCases) {
      // Answers when the server has closed, or never.
      const answer = await sendRaw(server.port, bytes(`127.0.0.1:${server.port}`))
      seen.push(answer)
      expect([answer.status, answer.body.split('HTTP/1.1').length], name).toEqual([status, 1])
      expect(answer.headers.connection, name).toBe('close')
      expect(JSON.parse(answer.body), name).toMatchObject({ success: false, error: { details: null } })
    }
    expect(upstream.requests.length).toBe(before)
    expect((await ask('/bff/status', { headers: ownHeaders })).status).toBe(200)
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
      expect((await ask(target, { headers: ownHeaders })).status, target).toBe(400)
    }
    expect(upstream.requests.length).toBe(before)
    expect((await ask('/api/v2/agent/leads?search=a/../b', { headers: ownHeaders })).status).toBe(200)
  })

  test('refuses a strange expectation in its own frame', async () => {
    expect((await ask('/bff/status', { headers: { ...ownHeaders, Expect: 'x' } })).status).toBe(417)
  })

  if (kind === 'development') {
    test('takes no orders for Vite from foreign pages, such as to open an editor', async () => {
      for (const site of ['cross-site', 'same-site', 'none', undefined]) {
        const headers: Record<string, string> = site === undefined ? {} : { 'Sec-Fetch-Site': site }
        for (const target of ['/__open-in-editor', '/__OPEN-IN-EDITOR?file=package.json']) {
          expect((await ask(target, { headers })).status, `${target} ${site}`).toBe(403)
        }
      }
      // Vite misses the name of a file: it was asked.
      expect((await ask('/__open-in-editor', { headers: ownHeaders })).body).toContain('file')
    })

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

  test('cuts off a head after 5 s, a silent connection after 5 s, a body after 15 s (S19)', async () => {
    expect(serverTimeouts).toEqual({ headers: 5_000, request: 15_000, keepAlive: 5_000, check: 1_000, silent: 60_000 })
    const [head, idle] = await Promise.all([slow.head, slow.idle])
    expect(head).toMatchObject({ status: 408, answers: 1 })
    expect(idle).toMatchObject({ status: 200, answers: 1 })
    for (const { ms } of [head, idle]) {
      expect(ms).toBeGreaterThan(4_900)
      // A development server that compiles looks at its clock late.
      expect(ms).toBeLessThan(kind === 'production' ? 8_500 : 28_000)
    }
    if (process.env.PROVE !== '1') return
    const body = await slow.body
    expect(body).toMatchObject({ status: 408, answers: 1 })
    expect(body.ms).toBeGreaterThan(14_900)
    expect(body.ms).toBeLessThan(kind === 'production' ? 18_500 : 38_000)
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

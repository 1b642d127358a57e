import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer, get } from 'node:https'
import { type AddressInfo, connect as openSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'
import { hardenServer } from './harden-server.ts'
import { listenForProduction } from './production-server.ts'
import { securityHeaders } from './security-headers.ts'
import { selfSigned } from './testing/self-signed.ts'
import { readTlsFiles } from './tls-files.ts'

const directory = mkdtempSync(join(tmpdir(), 'konektor-tls-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function write(name: string, text: string): string {
  const path = join(directory, name)
  writeFileSync(path, text)
  return path
}

const pair = selfSigned()
const certificate = write('cert.pem', pair.cert)
const key = write('key.pem', pair.key)

it('speaks https with the headers of every answer, also to what it cannot read', async () => {
  const headers = securityHeaders({ kind: 'production' }, true)
  const server = await listenForProduction('127.0.0.1', 0, headers, () => false, readTlsFiles({ certificate, key }))
  server.serve((_, response) => response.end('ok'))
  const asked = get({ host: '127.0.0.1', port: server.port, servername: 'localhost', ca: pair.cert, agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({ ...headers, 'strict-transport-security': 'max-age=63072000' })
  answer.resume()
  const socket = connect({ host: '127.0.0.1', port: server.port, servername: 'localhost', ca: pair.cert }, () =>
    socket.write('GARBAGE\r\n\r\n'),
  )
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(chunk.toString('latin1')).toMatch(/^HTTP\/1\.1 400 [\s\S]*strict-transport-security/)
  socket.destroy()
  await server.stop(100)
})

it('closes a connection that never ends its handshake', async () => {
  const server = createServer({ cert: pair.cert, key: pair.key, handshakeTimeout: 100 })
  hardenServer(server, {}, (_, response) => response.end('ok'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = openSocket((server.address() as AddressInfo).port, '127.0.0.1')
  // A TLS record that announces more than ever comes.
  socket
    .on('error', () => undefined)
    .resume()
    .write(Buffer.from('1603010200', 'hex'))
  await once(socket, 'close')
  await new Promise((resolve) => server.close(resolve))
})

it('names every file that is none, and nothing of them', () => {
  expect(() => readTlsFiles({ certificate: join(directory, 'no'), key: join(directory, 'none') })).toThrow(
    /TLS_CERT: this file cannot be read \(ENOENT\)[\s\S]*TLS_KEY: this file cannot be read/,
  )
  const other = write('other.pem', selfSigned().key)
  for (const wrong of [other, certificate, write('text.pem', 'canary')]) {
    expect(() => readTlsFiles({ certificate, key: wrong })).toThrow(
      /TLS_CERT, TLS_KEY: are not a certificate and its key/,
    )
  }
})

it('counts tries by the connection; behind a proxy by what that wrote last', () => {
  const request = (forwarded: string | undefined) =>
    ({ socket: { remoteAddress: '10.0.0.9' }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage
  expect(clientAddress(request('1.2.3.4'), false)).toBe('10.0.0.9')
  expect(clientAddress(request('6.6.6.6, 1.2.3.4'), true)).toBe('1.2.3.4')
  expect(clientAddress(request('1.2.3.4, 2001:db8::1'), true)).toBe('2001:db8::1')
  for (const odd of [undefined, '', 'unknown', '1.2.3.4, <script>']) {
    expect(clientAddress(request(odd), true)).toBe('10.0.0.9')
  }
})

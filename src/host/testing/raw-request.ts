import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Milliseconds; a server that keeps a connection open longer has not answered. */
const answerWithinMs = 20_000

/** Sends exactly these bytes, and reads until the server closes: what no client library would send. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    let received = ''
    socket.setTimeout(answerWithinMs, () => socket.destroy(new Error('The server did not answer in time')))
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', ...rest] = received.split('\r\n\r\n')
      const [statusLine = '', ...lines] = head.split('\r\n')
      const headers = lines.map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      })
      const status = Number(statusLine.split(' ')[1])
      resolve({ status, headers: Object.fromEntries(headers), body: rest.join('\r\n\r\n') })
    })
  })
}

/** One request by its lines; the connection is closed after it. `host` null: none; a list: several. */
export function sendLines(
  port: number,
  target: string,
  options: {
    readonly method?: string
    readonly host?: string | null | readonly string[]
    readonly headers?: Readonly<Record<string, string>>
    /** JSON text; ASCII. */
    readonly body?: string | null
  } = {},
): Promise<RawAnswer> {
  const { method = 'GET', host = `127.0.0.1:${port}`, headers = {}, body = null } = options
  const hosts = host === null ? [] : typeof host === 'string' ? [host] : host
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...hosts.map((value) => `Host: ${value}`),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === null ? [] : ['Content-Type: application/json', `Content-Length: ${body.length}`]),
    'Connection: close',
  ]
  return sendRaw(port, `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

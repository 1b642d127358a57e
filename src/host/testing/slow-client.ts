import { connect } from 'node:net'

export interface CutOff {
  readonly status: number
  /** How many answers came. */
  readonly answers: number
  /** From being connected until the server had closed. */
  readonly ms: number
}

/** Sends this text, then a byte now and then for as long as the server lets it; without a pace, nothing more. */
export async function dribble(port: number, text: string, everyMs: number | null = 200): Promise<CutOff> {
  let from = 0
  let timer: NodeJS.Timeout | undefined
  const socket = connect(port, '127.0.0.1', () => {
    from = performance.now()
    socket.write(text)
    if (everyMs !== null) timer = setInterval(() => socket.write('a'), everyMs)
  })
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(timer)
  const answers = received.split('HTTP/1.1').length - 1
  return { status: Number(received.slice(9, 12)), answers, ms: performance.now() - from }
}

/** The clients that take their time, each until it is cut off: at the head, at a body somebody waits for, at the next request. */
export function slowClients(port: number, ownHeaders: Readonly<Record<string, string>>) {
  const own = Object.entries({ Host: `127.0.0.1:${port}`, ...ownHeaders }).map((pair) => pair.join(': '))
  const write = ['POST /bff/tickets HTTP/1.1', ...own, 'Content-Type: application/json', 'Content-Length: 999']
  return {
    head: dribble(port, 'GET / HTTP/1.1\r\nX: '),
    body: dribble(port, `${write.join('\r\n')}\r\n\r\n{`),
    idle: dribble(port, `${['GET /bff/status HTTP/1.1', ...own].join('\r\n')}\r\n\r\n`, null),
  }
}

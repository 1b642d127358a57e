import { connect } from 'node:net'
import { quantile } from '../statistics.ts'

/**
 * The load, as a process of its own: so many connections, each asking again as soon as it was answered. Sockets and as little
 * else as can be, so that the servers are what is measured on two cores; every status is looked at.
 */
export interface Load {
  readonly port: number
  readonly method: 'GET' | 'PATCH'
  /** `#` stands for a number of the request's own; `body` may hold it as well. */
  readonly path: string
  readonly body?: string
  /** So many requests, one after the other, have the same number. */
  readonly equal: number
  /** Makes the numbers unlike those of other loads. */
  readonly round: number
  readonly connections: number
  /** Answers before anything counts. */
  readonly warm: number
  /** Answers that count. A number of them, not a time: a busy machine would not get warm in one. */
  readonly answers: number
}

export interface Loaded {
  readonly refused: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly overMs: number
}

/** What a browser sends with a `fetch` of this dashboard's page. */
const browserHeaders = (port: number) =>
  [
    `host: 127.0.0.1:${port}`,
    'accept: */*',
    'accept-encoding: identity',
    'accept-language: id-ID,id;q=0.9,en;q=0.8',
    `referer: http://127.0.0.1:${port}/leads`,
    'sec-fetch-dest: empty',
    'sec-fetch-mode: cors',
    'sec-fetch-site: same-origin',
    'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'x-konektor-dashboard: 1',
  ].join('\r\n')

process.on('message', (load: Load) => {
  void run(load).then((loaded) => process.send?.(loaded))
})

function run(load: Load): Promise<Loaded> {
  const { port, method, path, body = '', equal, round, connections, warm, answers } = load
  const head = `HTTP/1.1\r\n${browserHeaders(port)}\r\n`
  const times: number[] = []
  let sent = 0
  let answered = 0
  let refused = 0
  let open = connections
  let beganAt = 0
  let endedAt = 0

  function next(): string {
    const number = String(round * 1e9 + Math.floor(sent / equal))
    sent += 1
    const line = `${method} ${path.replace('#', number)} ${head}`
    if (body === '') return `${line}\r\n`
    const filled = body.replace('#', number.padStart(12, '0'))
    return `${line}content-type: application/json\r\ncontent-length: ${filled.length}\r\n\r\n${filled}`
  }

  return new Promise((resolve) => {
    for (let n = 0; n < connections; n += 1) {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      const whole = wholeAnswers((isGood) => {
        const now = performance.now()
        answered += 1
        if (answered === warm) {
          beganAt = now
          process.send?.('counting')
        } else if (answered > warm && answered <= warm + answers) {
          times.push(now - askedAt)
          if (!isGood) refused += 1
          if (answered === warm + answers) {
            endedAt = now
            process.send?.('counted')
          }
        }
        if (answered >= warm + answers) socket.end()
        else ask()
      })
      let askedAt = 0
      function ask(): void {
        askedAt = performance.now()
        socket.write(next(), 'latin1')
      }
      socket.on('connect', ask)
      socket.on('data', whole)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open -= 1
        if (answered < warm + answers) refused += 1
        if (open > 0) return
        const overMs = endedAt - beganAt
        resolve({ refused, p50: quantile(times, 0.5), p99: quantile(times, 0.99), overMs })
      })
    }
  })
}

/** Takes pieces of a connection and tells of each whole answer, whether its status is a good one. */
function wholeAnswers(told: (isGood: boolean) => void): (piece: Buffer) => void {
  let isGood = false
  /** Bytes of the body still to come; null before the head is whole, -1 for a body in chunks. */
  let left: number | null = null
  let held: Buffer | null = null
  return (piece) => {
    let bytes = held === null ? piece : Buffer.concat([held, piece])
    held = null
    if (left === null) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) {
        held = bytes
        return
      }
      const head = bytes.toString('latin1', 0, end)
      isGood = head.startsWith('HTTP/1.1 2')
      left = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? -1)
      bytes = bytes.subarray(end + 4)
    }
    if (left >= 0) {
      left -= bytes.length
      if (left > 0) return
    } else if (bytes.length < 5 || bytes.toString('latin1', bytes.length - 5) !== '0\r\n\r\n') {
      // The end of the last chunk may come in pieces.
      held = bytes.subarray(Math.max(0, bytes.length - 4))
      return
    }
    left = null
    told(isGood)
  }
}

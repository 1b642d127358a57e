import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { agentHeaders } from '#contract/headers.ts'
import type { RateLimit } from './rate-limit.ts'

/** How an app answers what never became a request of its own: a head that no HTTP reader understands. */
export type BrokenRequest = () => { readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** In the API's envelope, with its headers. */
export function brokenRequest(rateLimit: RateLimit): BrokenRequest {
  return () => {
    const details = { request: 'Cannot be read as HTTP' }
    const error = { code: 'VALIDATION_ERROR', message: 'Invalid request parameters', details }
    return {
      headers: {
        'content-type': 'application/json',
        [agentHeaders.requestId]: randomUUID(),
        ...rateLimit.headers(),
      },
      body: JSON.stringify({ success: false, error }),
    }
  }
}

const reasons: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

/** For Node's `clientError`: what Node would answer without a body. */
export function answerBroken(broken: BrokenRequest, error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, reason] = reasons[error.code ?? ''] ?? [400, 'Bad Request']
  const { headers, body } = broken()
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

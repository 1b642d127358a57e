import type { ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { PlainAnswer } from './recording-answers.ts'

/** What the recording upstream does instead of answering well. `committed`: the write took place all the same. */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | {
      readonly kind: 'error'
      readonly status: number
      readonly code: string
      readonly details?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'rate limited'; readonly retryAfter: string }
  | { readonly kind: 'reset'; readonly committed: boolean }
  | { readonly kind: 'silence'; readonly committed: boolean }
  /** Good, but a byte at a time. */
  | { readonly kind: 'slow body'; readonly ms: number }
  | { readonly kind: 'truncated' }
  /** Good, with other headers, status or text. */
  | {
      readonly kind: 'odd'
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | string[]>>
      readonly text?: string
    }
  /** Called JSON and is not. */
  | { readonly kind: 'garbage' }
  | { readonly kind: 'content type'; readonly value: string }
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 303 | 307 | 308; readonly location: string }
  | { readonly kind: 'encoded'; readonly encoding: 'gzip' | 'br' | 'deflate' }
  /** A small body that unfolds to that many bytes. */
  | { readonly kind: 'gzip bomb'; readonly bytes: number }
  | { readonly kind: 'oversized'; readonly bytes: number }
  /** Any status, headers and body. */
  | {
      readonly kind: 'raw'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string | Uint8Array
    }

/** True where the request's effect happens although the answer is spoilt. */
export function commits(fault: Fault | undefined): boolean {
  if (fault === undefined) return true
  if (fault.kind === 'reset' || fault.kind === 'silence') return fault.committed
  return !['error', 'rate limited', 'redirect', 'raw'].includes(fault.kind)
}

const encoders = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }

export function spoil(response: ServerResponse, fault: Fault, good: PlainAnswer, send: (answer: PlainAnswer) => void) {
  const text = JSON.stringify(good.json)
  const json = { 'content-type': 'application/json' }
  const envelope = (code: string, details: unknown = null) => ({
    success: false,
    error: { code, message: 'On command', details },
  })
  switch (fault.kind) {
    case 'latency':
      setTimeout(() => send(good), fault.ms)
      return
    case 'error':
      return send({ status: fault.status, json: envelope(fault.code, fault.details) })
    case 'rate limited':
      response.setHeader('retry-after', fault.retryAfter)
      return send({ status: 429, json: envelope('RATE_LIMITED') })
    case 'reset':
      return void response.socket?.resetAndDestroy()
    case 'silence':
      return
    case 'slow body':
      return drip(response.writeHead(good.status, json), text, fault.ms)
    case 'truncated':
      response.writeHead(good.status, { ...json, 'content-length': String(Buffer.byteLength(text)) })
      response.write(text.slice(0, text.length / 2), () => response.destroy())
      return
    case 'odd':
      return void response.writeHead(fault.status ?? good.status, { ...json, ...fault.headers }).end(fault.text ?? text)
    case 'garbage':
      return void response.writeHead(good.status, json).end('{"success": true, "data": [')
    case 'content type':
      return void response.writeHead(good.status, { 'content-type': fault.value }).end(text)
    case 'redirect':
      return void response.writeHead(fault.status, { ...json, location: fault.location }).end(text)
    case 'encoded':
      response.writeHead(good.status, { ...json, 'content-encoding': fault.encoding })
      return void response.end(encoders[fault.encoding](text))
    case 'gzip bomb':
      response.writeHead(good.status, { ...json, 'content-encoding': 'gzip' })
      return void response.end(gzipSync(Buffer.alloc(fault.bytes, 0x20)))
    case 'oversized':
      return void response.writeHead(good.status, json).end(`{"data":"${'x'.repeat(fault.bytes)}"}`)
    case 'raw':
      return void response.writeHead(fault.status, fault.headers).end(fault.body)
  }
}

function drip(response: ServerResponse, text: string, ms: number): void {
  let at = 0
  const timer = setInterval(() => {
    if (response.destroyed || at >= text.length) {
      clearInterval(timer)
      response.end()
    } else response.write(text[at++])
  }, ms)
}

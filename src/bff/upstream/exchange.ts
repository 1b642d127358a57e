import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import type { LeaveSignal } from './leave-signal.ts'
import type { Timing } from './timing.ts'
import { UpstreamFailure, type UpstreamFailureKind } from './upstream-failure.ts'

/** The largest answer that is read, in bytes, before and after decoding (safety S8). */
export const answerLimitBytes = 5 * 1024 * 1024

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * One request and its whole answer, bounded in time and size. Speaks undici's handler interface, because only that
 * tells when a request is written to a connection: a failure before was surely not sent. Redirects are not followed.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: RawRequest,
  timing: Timing,
  signal?: LeaveSignal,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const isRead = request.method === 'GET'
    const wholeMs = isRead ? timing.readMs : timing.writeMs
    const startedAt = performance.now()
    const chunks: Buffer[] = []
    let phase: 'connecting' | 'waiting' | 'reading' = 'connecting'
    let size = 0
    let status = 0
    let headers: IncomingHttpHeaders = {}
    let settled = false
    let controller: Dispatcher.DispatchController | undefined
    /** By `performance.now()`. One timer follows it: setting three for each call would cost more than reading an answer. */
    let endsAt = startedAt + Math.min(timing.connectMs, wholeMs)
    let timerEndsAt = endsAt
    let timer = setTimeout(look, endsAt - startedAt)

    function end(): void {
      settled = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
    }
    function fail(kind: UpstreamFailureKind): void {
      if (settled) return
      end()
      const failure = new UpstreamFailure(kind, phase !== 'connecting')
      controller?.abort(failure)
      reject(failure)
    }
    function leave(): void {
      fail('left')
    }
    function look(): void {
      if (performance.now() < endsAt) setTimer()
      else fail(phase === 'connecting' ? 'unreachable' : 'timeout')
    }
    function setTimer(): void {
      clearTimeout(timer)
      timerEndsAt = endsAt
      timer = setTimeout(look, Math.max(1, Math.ceil(endsAt - performance.now())))
    }
    function allow(ms: number): void {
      endsAt = Math.min(performance.now() + ms, startedAt + wholeMs)
      if (endsAt < timerEndsAt) setTimer()
    }

    if (signal?.aborted) return fail('left')
    signal?.addEventListener('abort', leave)
    try {
      dispatcher.dispatch(
        { ...request, headersTimeout: 0, bodyTimeout: 0 },
        {
          onRequestStart(given) {
            if (settled) return given.abort(new UpstreamFailure('left', false))
            controller = given
            phase = 'waiting'
            allow(isRead ? timing.firstByteMs : wholeMs)
          },
          onResponseStart(_, statusCode, given) {
            if (statusCode < 200 || settled) return
            phase = 'reading'
            status = statusCode
            headers = given
            allow(wholeMs)
          },
          onResponseData(_, chunk) {
            if (settled) return
            size += chunk.length
            if (size > answerLimitBytes) fail('invalid')
            else chunks.push(chunk)
          },
          onResponseEnd() {
            if (settled) return
            end()
            resolve({
              status,
              headers,
              bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size),
            })
          },
          onResponseError() {
            fail(phase === 'reading' ? 'invalid' : 'unreachable')
          },
        },
      )
    } catch {
      fail('unreachable')
    }
  })
}

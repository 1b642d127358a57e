import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { errorText } from './error-answer.ts'

/** How long what a client still sends after a broken request is taken and dropped, in milliseconds, for it to read its answer. */
const lingerMs = 500

/** Ends a connection with an error written by hand, for what never became a request. */
export function endWithError(
  socket: Socket,
  status: string,
  headers: Readonly<Record<string, string>>,
  waitMs = lingerMs,
) {
  const body = errorText('BAD_REQUEST', 'The request could not be read.')
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  // A client that is gone already is no error of ours.
  socket.on('error', () => undefined)
  socket.end(
    `HTTP/1.1 ${status}\r\n${lines.join('')}content-type: application/json; charset=utf-8\r\n` +
      `cache-control: no-store\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    () => setTimeout(() => socket.destroy(), waitMs).unref(),
  )
}

function statusOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
}

/**
 * What Node would answer itself (a broken head, one that is too slow or too large), in our frame, with our headers, and
 * after the answers to what came whole before it on the same connection. The connection then ends, whatever the client
 * goes on sending.
 */
export function brokenRequests(headers: Readonly<Record<string, string>>) {
  const open = new WeakMap<Socket, Set<ServerResponse>>()
  const broken = new WeakSet<Socket>()

  function answer(error: NodeJS.ErrnoException, socket: Socket): void {
    const status = statusOf(error)
    if (!socket.writable) socket.destroy()
    else endWithError(socket, status, headers, status.startsWith('408') ? 0 : lingerMs)
  }

  return {
    /** To be told of every request. */
    watch(request: IncomingMessage, response: ServerResponse): void {
      const { socket } = request
      const responses = open.get(socket) ?? new Set()
      open.set(socket, responses.add(response))
      response.once('close', () => responses.delete(response))
    },
    /** For `clientError`. */
    answer(error: NodeJS.ErrnoException, socket: Socket): void {
      if (error.code === 'ECONNRESET') {
        socket.destroy()
        return
      }
      if (broken.has(socket)) return
      broken.add(socket)
      // One that has not come whole is the broken one itself.
      const before = [...(open.get(socket) ?? [])].filter(({ req }) => req.complete)
      let left = before.length
      if (left === 0) answer(error, socket)
      for (const response of before) {
        response.once('close', () => {
          left -= 1
          if (left === 0) answer(error, socket)
        })
      }
    },
  }
}

import { createServer, request as httpRequest } from 'node:http'
import { listenOnLoopback } from '#bff/recording/loopback-server.ts'

export interface CountingRelay {
  readonly baseUrl: string
  /** Requests that came through, with their status; in order. */
  readonly calls: { readonly atMs: number; status: number }[]
  close(): Promise<void>
}

/** Passes everything on to another loopback server, and counts it. */
export async function startCountingRelay(targetPort: number): Promise<CountingRelay> {
  const calls: CountingRelay['calls'] = []
  const server = createServer((request, response) => {
    const call = { atMs: Date.now(), status: 0 }
    calls.push(call)
    const { method, url: path, headers } = request
    const passed = httpRequest({ port: targetPort, host: '127.0.0.1', method, path, headers }, (answer) => {
      call.status = answer.statusCode ?? 0
      response.writeHead(call.status, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  const { baseUrl, close } = await listenOnLoopback(server)
  return { baseUrl, calls, close }
}

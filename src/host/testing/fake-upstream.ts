import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeUpstream {
  readonly origin: string
  /** Method and target of everything that arrived. */
  readonly calls: string[]
  close(): Promise<void>
}

/** An upstream that notes what arrives and always answers an empty list, after so many milliseconds. */
export async function startFakeUpstream({ delayMs = 0 } = {}): Promise<FakeUpstream> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`)
    response.setHeader('content-type', 'application/json')
    setTimeout(() => response.end(JSON.stringify({ success: true, data: [] })), delayMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

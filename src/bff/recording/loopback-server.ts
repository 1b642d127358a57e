import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts a server on a loopback port (0: a free one); closing it cuts what is still open. */
export async function listenOnLoopback(server: Server, listenOn = 0) {
  await new Promise<void>((resolve) => server.listen(listenOn, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

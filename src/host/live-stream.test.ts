import { createServer, get } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createLiveHub } from '#bff/live/live-hub.ts'
import { listenOnLoopback } from '#bff/recording/loopback-server.ts'
import { systemClock } from '#bff/writes/clock.ts'
import { listenerFor } from './listener.ts'
import { openLog } from './log.ts'

/** A hub behind the listener that all servers use, on a real port. */
async function begin() {
  const hub = createLiveHub({
    clock: systemClock,
    greeting: (resumed) => [{ kind: 'hello', resumed, pollEveryMs: 1 }],
    changed: () => undefined,
  })
  const headers = { 'content-type': 'text/event-stream' }
  const fetchStream = async () => new Response(hub.open('manager', null), { headers })
  const server = createServer(listenerFor(fetchStream, openLog('silent'), false))
  let connections = 0
  server.on('connection', (socket) => {
    connections += 1
    socket.once('close', () => {
      connections -= 1
    })
  })
  const { port, close: closeServer } = await listenOnLoopback(server)
  close = () => {
    hub.end()
    return closeServer()
  }
  return { hub, connections: () => connections, port }
}
let close = () => undefined as unknown
afterEach(() => close())

test('readers that leave, before, while or after they read, leave nothing behind', async () => {
  const { hub, connections, port } = await begin()
  let answers = 0
  for (let one = 0; one < 60; one += 1) {
    const asked = get({ port, host: '127.0.0.1', agent: false }, (answer) => {
      answers += 1
      if (one % 3 === 1) answer.once('data', () => asked.destroy())
      else asked.destroy()
    })
    asked.on('error', () => undefined)
    if (one % 3 === 0) setTimeout(() => asked.destroy(), one)
  }
  await expect.poll(() => answers).toBeGreaterThanOrEqual(40)
  await expect.poll(() => hub.streams).toBe(0)
  await expect.poll(connections).toBe(0)
})

test('a reader who stops reading is cut off; its connection too', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { hub, connections, port } = await begin()
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => socket.once('data', resolve))
  socket.pause()
  const notes = 'x'.repeat(200_000)
  await expect
    .poll(
      () => {
        hub.tell({ kind: 'leads', asOf: 1, leads: [{ id: 'a', notes }], arrived: [] })
        return hub.streams
      },
      { interval: 5, timeout: 20_000 },
    )
    .toBe(0)
  await expect.poll(connections).toBe(0)
  socket.destroy()
  expect(told).toHaveBeenCalledTimes(1)
})

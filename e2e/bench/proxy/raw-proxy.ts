import { Agent, createServer, request as send } from 'node:http'

/** The least a proxy on Node can be, as a process of its own: bytes to and fro over kept connections, nothing looked at. */
const agent = new Agent({ keepAlive: true })
const port = Number(process.argv[2])

const server = createServer((request, response) => {
  const { url: path, method, headers } = request
  const up = send({ agent, port, host: '127.0.0.1', path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  up.on('error', () => response.destroy())
  request.pipe(up)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))

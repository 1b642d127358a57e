import { createServer } from 'node:http'
import { buildLead } from '#contract/build-lead.ts'

/**
 * The floor and everybody's upstream, as a process of its own: bare `node:http` that answers a list of 2.8 kB out of one
 * buffer; and, for writes, single leads of any id that never change.
 */
const lead = { ...buildLead(), priority: 'low' }
const rows = Array.from({ length: 5 }, (_, n) => ({ ...buildLead(), id: `lead_${n}`, notes: 'n'.repeat(120) }))
const page = { page: 1, limit: 25, total: 5, totalPages: 1, nextCursor: null }
const plain = JSON.stringify({ success: true, data: rows, pagination: page, filler: '' })
const list = Buffer.from(plain.replace('"filler":""', `"filler":"${'f'.repeat(Math.max(0, 2800 - plain.length))}"`))
const headersOf = (bytes: Buffer) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': bytes.length,
  'x-request-id': 'req_bench',
  'x-ratelimit-limit': '1000000',
  'x-ratelimit-remaining': '999000',
})
const listHeaders = headersOf(list)

const server = createServer((request, response) => {
  const { url = '', method } = request
  const at = url.indexOf('/leads/')
  if (at < 0) {
    response.writeHead(200, listHeaders).end(list)
    return
  }
  const id = url.slice(at + '/leads/'.length)
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const changes = method === 'PATCH' ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    const bytes = Buffer.from(JSON.stringify({ success: true, data: { ...lead, ...changes, id } }))
    response.writeHead(200, headersOf(bytes)).end(bytes)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))

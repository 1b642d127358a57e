import { dashboardHeader } from '#contract/headers.ts'

/** A request that two readers could take for different ones, or that no browser sends. */
export interface FramingCase {
  readonly name: string
  /** `host`: the server's own name. */
  readonly bytes: (host: string) => string
  readonly status: number
}

function head(line: string, host: string, ...lines: readonly string[]): string {
  const own = [`Host: ${host}`, `${dashboardHeader.name}: ${dashboardHeader.value}`, 'Sec-Fetch-Site: same-origin']
  return `${[line, ...own, ...lines].join('\r\n')}\r\n\r\n`
}

/** What must not be taken for a request of its own: it would reach the upstream. */
function smuggled(host: string): string {
  return head('GET /api/v2/agent/workspace HTTP/1.1', host)
}

const read = 'GET /api/v2/agent/leads HTTP/1.1'
const write = 'POST /bff/tickets HTTP/1.1'
const json = 'Content-Type: application/json'
const chunked = 'Transfer-Encoding: chunked'

/** A write with these headers, and behind its head a chunked end with a request in tow. */
function towing(name: string, ...lines: readonly string[]): FramingCase {
  const bytes = (host: string) => `${head(write, host, json, ...lines)}0\r\n\r\n${smuggled(host)}`
  return { name, bytes, status: 400 }
}
/** A chunked write whose first chunk is this. */
function chunk(name: string, text: string, status = 400): FramingCase {
  return { name, bytes: (host) => `${head(write, host, json, chunked)}${text}0\r\n\r\n${smuggled(host)}`, status }
}
/** A read with these lines in its head. */
function withLines(name: string, status: number, ...lines: readonly string[]): FramingCase {
  return { name, bytes: (host) => head(read, host, ...lines), status }
}
function line(text: string, status: number, ...lines: readonly string[]): FramingCase {
  return { name: text, bytes: (host) => head(text.replace('{host}', host), host, ...lines), status }
}

export const framingCases: readonly FramingCase[] = [
  towing('a length and chunks', 'Content-Length: 6', chunked),
  towing('chunks and a length', chunked, 'Content-Length: 6'),
  towing('two lengths that differ', 'Content-Length: 5', 'Content-Length: 0'),
  towing('two equal lengths', 'Content-Length: 0', 'Content-Length: 0'),
  towing('a list of lengths', 'Content-Length: 5, 5'),
  towing('a length with a sign', 'Content-Length: +5'),
  towing('a length below zero', 'Content-Length: -1'),
  towing('a length in hex', 'Content-Length: 0x5'),
  towing('a length beyond all numbers', `Content-Length: ${'9'.repeat(30)}`),
  towing('an unknown transfer coding', 'Transfer-Encoding: xchunked'),
  towing('chunks that are not the last coding', 'Transfer-Encoding: chunked, identity'),
  towing('a coding twice', chunked, chunked),
  towing('a coding behind a vertical tab', 'Transfer-Encoding: \x0bchunked'),
  towing('a blank before the colon', 'Transfer-Encoding : chunked'),
  towing('a folded header', 'Transfer-Encoding:\r\n chunked'),
  withLines('a folded header of ours', 400, 'X-A: a\r\n b'),
  chunk('a chunk below zero', '-1\r\nx\r\n'),
  chunk('a chunk in 0x', '0x1\r\nx\r\n'),
  chunk('a chunk beyond all numbers', `${'F'.repeat(17)}\r\nx\r\n`),
  chunk('a chunk size behind a blank', ' 1\r\nx\r\n'),
  chunk('a chunk size before a blank', '1 \r\nx\r\n'),
  chunk('a chunk ended by a bare LF', '1\nx\r\n'),
  chunk('a chunk that is longer than it says', '1\r\nxyz\r\n'),
  chunk('a chunk with an endless extension', `1;${'a'.repeat(20_000)}\r\nx\r\n`),
  { name: 'bare LF everywhere', bytes: (host) => head(read, host).replaceAll('\r\n', '\n'), status: 400 },
  { name: 'one bare LF', bytes: (host) => head(read, host).replace('\r\n', '\n'), status: 400 },
  { name: 'a head ended by bare LF', bytes: (host) => `${head(read, host).slice(0, -2)}\n`, status: 400 },
  { name: 'bare CR everywhere', bytes: (host) => `${head(read, host).replaceAll('\n', '')}\n`, status: 400 },
  withLines('NUL in a header', 400, 'X-A: a\0b'),
  withLines('CR in a header', 400, 'X-A: a\rX-B: b'),
  withLines('NUL in a header’s name', 400, 'X\0A: a'),
  withLines('a header without a name', 400, ': a'),
  withLines('a header without a colon', 400, 'X-A'),
  withLines('more than 16 KiB in a header', 431, `X-A: ${'a'.repeat(17 * 1024)}`),
  withLines('two Hosts', 400, 'Host: evil.example'),
  {
    name: 'one Host behind 2,500 headers',
    bytes: (host) => head(read, host, ...Array(2500).fill('a:'), `Host: ${host}`),
    status: 400,
  },
  { name: 'HTTP/1.0 without Host', bytes: () => 'GET /bff/status HTTP/1.0\r\n\r\n', status: 400 },
  { name: 'HTTP/0.9', bytes: () => 'GET /bff/status\r\n\r\n', status: 400 },
  line('PRI * HTTP/2.0', 400),
  line('GET /bff/status HTTP/1.9', 400),
  line('TRACE /bff/status HTTP/1.1', 405),
  line('TRACE / HTTP/1.1', 405),
  line('CONNECT {host} HTTP/1.1', 405),
  line('CONNECT evil.example:443 HTTP/1.1', 405),
  line('GET http://{host}/bff/status HTTP/1.1', 400),
  line('GET http://evil.example/bff/status HTTP/1.1', 400),
  line('GET * HTTP/1.1', 400),
  line('OPTIONS * HTTP/1.1', 400),
  line('GET bff/status HTTP/1.1', 400),
  line('GET /bff/status bff HTTP/1.1', 400),
  line('GETT /bff/status HTTP/1.1', 400),
  line(`GET /${'a'.repeat(17 * 1024)} HTTP/1.1`, 431),
  {
    name: 'a body in a read, with a request in it',
    bytes: (host) =>
      head('GET /bff/status HTTP/1.1', host, `Content-Length: ${smuggled(host).length}`) + smuggled(host),
    status: 400,
  },
  {
    name: 'a chunked body in a read',
    bytes: (host) =>
      `${head('GET /bff/status HTTP/1.1', host, chunked)}${smuggled(host).length.toString(16)}\r\n${smuggled(host)}\r\n0\r\n\r\n`,
    status: 400,
  },
  {
    name: 'a refused write with a request behind what it says to be its body',
    bytes: (host) => `${head('POST /bff/nothing HTTP/1.1', host, json, 'Content-Length: 100000')}${'x'.repeat(70_000)}`,
    status: 404,
  },
  {
    name: 'a body above the bound',
    bytes: (host) => `${head(write, host, json, 'Content-Length: 999999999')}${'x'.repeat(70_000)}`,
    status: 413,
  },
  {
    name: 'a body above the bound, in chunks',
    bytes: (host) => `${head(write, host, json, chunked)}12000\r\n${' '.repeat(0x12000)}\r\n`,
    status: 413,
  },
]

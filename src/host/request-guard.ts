import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { errorText } from './error-answer.ts'

/** Sets headers on an answer before anything else touches it, so that errors carry them too. */
export function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  // No list of pairs: this is done for every request.
  for (const name in headers) response.setHeader(name, headers[name] ?? '')
}

/** Answers with an error in our own frame; nothing of the request is repeated. */
export function answerError(response: ServerResponse, status: number, ...error: Parameters<typeof errorText>): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  endAfterUnread(response)
  response.end(errorText(...error))
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/** A body that nobody reads would hold the connection for as long as it dribbles in: it ends with the answer, and says so. */
export function endAfterUnread(response: ServerResponse): void {
  if (!response.req.complete && hasBody(response.req)) response.setHeader('connection', 'close')
}

/** For `checkExpectation`: Node would answer a strange `Expect` itself, without our headers. */
export function refuseExpectation(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  setHeaders(response, headers)
  response.setHeader('connection', 'close')
  answerError(response, 417, 'BAD_REQUEST', 'This server expects nothing beforehand.')
}

function hostValues({ rawHeaders }: IncomingMessage): string[] {
  const values: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length === 4 && name.toLowerCase() === 'host') values.push(rawHeaders[index + 1] ?? '')
  }
  return values
}

/** The hosts of each list of origins: the same list comes with every request. */
const hostsOf = new WeakMap<readonly string[], ReadonlySet<string>>()

function allowedHosts(origins: readonly string[]): ReadonlySet<string> {
  let hosts = hostsOf.get(origins)
  if (hosts === undefined) {
    hosts = new Set(origins.map((origin) => new URL(origin).host))
    hostsOf.set(origins, hosts)
  }
  return hosts
}

type Fault = readonly [status: number, ...Parameters<typeof errorText>]

/** Exactly one Host header, in the list, with its port (safety S13): Node accepts two. */
function hostFault(request: IncomingMessage, allowedOrigins: readonly string[]): Fault | null {
  const hosts = hostValues(request)
  if (hosts.length !== 1) return [400, 'BAD_REQUEST', 'A request needs exactly one Host header.']
  const host = hosts[0]?.toLowerCase() ?? ''
  if (allowedHosts(allowedOrigins).has(host)) return null
  return [403, 'ORIGIN_REFUSED', 'This server is not reached under that name. See PUBLIC_ORIGIN.']
}

/** A path, and one that nothing on the way folds into another (safety S6): no dot segment, no backslash. */
function targetFault(request: IncomingMessage): Fault | null {
  if (request.url?.startsWith('/') !== true) return [400, 'BAD_REQUEST', 'The request’s target must be a path.']
  const path = rawPath(request)
  if (!path.includes('\\') && !/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return null
  return [400, 'BAD_REQUEST', 'The path must hold no dot segment and no backslash.']
}

/** What no page sends, and what another reader of the same bytes could take for two requests. */
function methodFault(request: IncomingMessage): Fault | null {
  const { method = '', httpVersion, headers } = request
  if (method === 'TRACE') return [405, 'METHOD_NOT_ALLOWED', 'This method is not allowed.']
  if (httpVersion === '1.0' && headers['transfer-encoding'] !== undefined) {
    return [400, 'BAD_REQUEST', 'HTTP/1.0 knows no chunks.']
  }
  if (!hasBody(request) || !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(method)) return null
  return [400, 'BAD_REQUEST', 'This method takes no body.']
}

/** Connections that end with the answer to a refused request: what came behind it is not looked at. */
const ending = new WeakSet<Socket>()

/** Answers, ends the connection and returns false where the request must go no further. */
export function passesGuard(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  if (ending.has(request.socket)) return false
  const fault = hostFault(request, allowedOrigins) ?? targetFault(request) ?? methodFault(request)
  if (fault === null) return true
  ending.add(request.socket)
  response.setHeader('connection', 'close')
  answerError(response, ...fault)
  return false
}

/** Whether a WebSocket may be opened: only by a page of our own, which always names its origin. */
export function mayUpgrade(request: IncomingMessage, allowedOrigins: readonly string[]): boolean {
  const { origin } = request.headers
  return hostFault(request, allowedOrigins) === null && origin !== undefined && allowedOrigins.includes(origin)
}

/** The path of a request's target as it was sent: nothing is decoded or folded. */
export function rawPath(request: IncomingMessage): string {
  const { url = '/' } = request
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

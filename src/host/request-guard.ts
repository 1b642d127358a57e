import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorText } from './error-answer.ts'

/** Sets headers on an answer before anything else touches it, so that errors carry them too. */
export function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
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

function hostValues(request: IncomingMessage): string[] {
  const values: string[] = []
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === 'host') values.push(request.rawHeaders[index + 1] ?? '')
  }
  return values
}

type Fault = readonly [status: number, ...Parameters<typeof errorText>]

/** Exactly one Host header, in the list, with its port (safety S13): Node accepts two. */
function hostFault(request: IncomingMessage, allowedOrigins: readonly string[]): Fault | null {
  const hosts = hostValues(request)
  if (hosts.length !== 1) return [400, 'BAD_REQUEST', 'A request needs exactly one Host header.']
  const host = hosts[0]?.toLowerCase() ?? ''
  if (allowedOrigins.some((origin) => new URL(origin).host === host)) return null
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
  const { method = '' } = request
  if (method === 'TRACE') return [405, 'METHOD_NOT_ALLOWED', 'This method is not allowed.']
  if (!hasBody(request) || !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(method)) return null
  return [400, 'BAD_REQUEST', 'This method takes no body.']
}

/** Answers, ends the connection and returns false where the request must go no further. */
export function passesGuard(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  const fault = hostFault(request, allowedOrigins) ?? targetFault(request) ?? methodFault(request)
  if (fault === null) return true
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
  return (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
}

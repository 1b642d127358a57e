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
  response.end(errorText(...error))
}

function hostValues(request: IncomingMessage): string[] {
  const values: string[] = []
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === 'host') values.push(request.rawHeaders[index + 1] ?? '')
  }
  return values
}

/**
 * Exactly one Host header, in the list, with its port (safety S13), and a target that is a path: Node accepts two
 * headers of the name and absolute targets. Answers and returns false where the request must go no further.
 */
export function passesGuard(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  const hosts = hostValues(request)
  if (hosts.length !== 1) {
    answerError(response, 400, 'BAD_REQUEST', 'A request needs exactly one Host header.')
    return false
  }
  const host = hosts[0]?.toLowerCase() ?? ''
  if (!allowedOrigins.some((origin) => new URL(origin).host === host)) {
    answerError(response, 403, 'ORIGIN_REFUSED', 'This server is not reached under that name. See PUBLIC_ORIGIN.')
    return false
  }
  if (request.url?.startsWith('/') !== true) {
    answerError(response, 400, 'BAD_REQUEST', 'The request’s target must be a path.')
    return false
  }
  return true
}

/** The path of a request's target as it was sent: nothing is decoded or folded. */
export function rawPath(request: IncomingMessage): string {
  return (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
}

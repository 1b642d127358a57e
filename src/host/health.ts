import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerError, passesGuard, rawPath } from './request-guard.ts'

/**
 * Answers `/healthz` (the process runs) and `/readyz` (it answers requests), for monitors that send no header of ours:
 * a Host from the list is enough. No secret in it, no call to the upstream. False for any other path.
 */
export function answersHealth(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
  isReady: boolean,
): boolean {
  const path = rawPath(request)
  if (path !== '/healthz' && path !== '/readyz') return false
  if (!passesGuard(request, response, allowedOrigins)) return true
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    answerError(response, 405, 'METHOD_NOT_ALLOWED', 'This is only read.')
    return true
  }
  const isWell = path === '/healthz' || isReady
  response.statusCode = isWell ? 200 : 503
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(isWell ? 'ok\n' : 'starting or stopping\n')
  return true
}

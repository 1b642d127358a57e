import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { answerError, rawPath } from './request-guard.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

interface StaticFile {
  readonly plain: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
  readonly headers: Readonly<Record<string, string>>
}

function fileHeaders(path: string, plain: Buffer): Record<string, string> {
  return {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    // Names in /assets/ hold a hash of the content.
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
    vary: 'accept-encoding',
  }
}

/** Reads every built file once. What is not in this list cannot be asked for, so no path can climb out. */
function readFiles(directory: string): ReadonlyMap<string, StaticFile> {
  const found = new Map<string, Buffer>()
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    found.set(`/${relative(directory, file).split(sep).join('/')}`, readFileSync(file))
  }
  const files = new Map<string, StaticFile>()
  for (const [path, plain] of found) {
    if (/\.(?:br|gz)$/.test(path)) continue
    const headers = fileHeaders(path, plain)
    files.set(path, { plain, br: found.get(`${path}.br`), gzip: found.get(`${path}.gz`), headers })
  }
  return files
}

function isNavigation(request: IncomingMessage): boolean {
  const mode = request.headers['sec-fetch-mode']
  return mode === undefined ? (request.headers.accept ?? '').includes('text/html') : mode === 'navigate'
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value)
  if (request.headers['if-none-match'] === file.headers.etag) {
    response.statusCode = 304
    response.end()
    return
  }
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const br = /\bbr\b/.test(accepted) ? file.br : undefined
  const gzip = /\bgzip\b/.test(accepted) ? file.gzip : undefined
  const body = br ?? gzip ?? file.plain
  if (body !== file.plain) response.setHeader('content-encoding', body === br ? 'br' : 'gzip')
  response.setHeader('content-length', body.length)
  response.statusCode = 200
  response.end(request.method === 'HEAD' ? undefined : body)
}

/**
 * Serves the built pages from memory: assets for ever, pages checked each time. A navigation to any other path gets the
 * page, which knows the routes; an unknown file or asset is 404 (safety S17).
 */
export function staticFiles(directory: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = readFiles(directory)
  const page = files.get('/index.html')
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      answerError(response, 405, 'METHOD_NOT_ALLOWED', 'A page is read with GET.')
      return
    }
    const path = rawPath(request)
    const file =
      files.get(path === '/' ? '/index.html' : path) ??
      (isNavigation(request) && !path.startsWith('/assets/') ? page : undefined)
    if (file === undefined) answerError(response, 404, 'ROUTE_NOT_FOUND', 'There is no such file.')
    else sendFile(request, response, file)
  }
}

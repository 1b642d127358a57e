import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { columns, rows } from './floor/rows.ts'

/** The two floors, served like our own pages: compressed, from loopback. */
export interface Floors {
  readonly staticUrl: string
  readonly reactUrl: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript' }

/** Builds the React floor with the same Vite and serves both floors on a free port. */
export async function startFloors(): Promise<Floors> {
  const outDir = await mkdtemp(join(tmpdir(), 'konektor-floor-'))
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'floor'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(import.meta.dirname, 'floor/react.html') } },
  })
  const cells = (row: (typeof rows)[number]) => columns.map((column) => `<td>${row[column]}</td>`).join('')
  const staticPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor: static</title><table>${rows
    .map((row) => `<tr data-row>${cells(row)}</tr>`)
    .join('')}</table>`
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const body = path === '/static.html' ? staticPage : await readFile(join(outDir, path)).catch(() => null)
    if (body === null) return response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-encoding': 'br',
    })
    response.end(brotliCompressSync(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${portOf(server)}`
  return {
    staticUrl: `${base}/static.html`,
    reactUrl: `${base}/react.html`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { printTable } from './print-table.ts'
import { quantile, shown } from './statistics.ts'

const sizes = [1_000, 100_000, 500_000] as const
const rounds = 60
const key = 'bench-key'

interface Measured {
  readonly leads: number
  readonly readyMs: number
  readonly times: Map<string, number[]>
}

/** Times the list, filters, search and deep cursor pages of the sandbox at three sizes, interleaved. */
export async function benchSandboxSizes(): Promise<void> {
  const running = []
  for (const leads of sizes) running.push(await startSandbox(leads))
  const measured: Measured[] = running.map(({ leads, readyMs }) => ({ leads, readyMs, times: new Map() }))
  const deepCursors = await Promise.all(running.map(({ base }) => walk(base, 20)))
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { base }] of running.entries()) {
      for (const [name, path] of questions(deepCursors[index] ?? '')) {
        const ms = await timed(base + path)
        const times = measured[index]?.times
        times?.set(name, [...(times.get(name) ?? []), ms])
      }
    }
  }
  for (const { stop } of running) await stop()
  printTable(
    `Sandbox over PGlite: p50 / p95 in ms by number of leads, ${rounds} rounds interleaved`,
    ['question', ...sizes.map((size) => size.toLocaleString('en')), 'p95 ratio 500k : 1k'],
    [...(measured[0]?.times.keys() ?? [])].map((name) => {
      const of = (index: number, share: number) => quantile(measured[index]?.times.get(name) ?? [], share)
      return [
        name,
        ...sizes.map((_, index) => `${shown(of(index, 0.5))} / ${shown(of(index, 0.95))}`),
        shown(of(2, 0.95) / of(0, 0.95)),
      ]
    }),
  )
  printTable(
    'Sandbox: start with a fresh seed',
    ['leads', 'ready after, s'],
    measured.map(({ leads, readyMs }) => [leads.toLocaleString('en'), shown(readyMs / 1000)]),
  )
}

function questions(cursor: string): readonly (readonly [string, string])[] {
  const list = '/api/v2/agent/leads?limit=50'
  return [
    ['list', list],
    ['list by updated', `${list}&sortBy=updatedAt`],
    ['cursor page, 1,000 rows deep', `${list}&cursor=${encodeURIComponent(cursor)}`],
    ['filter: status', `${list}&status=contacted`],
    ['filter: status, platform, priority', `${list}&status=new&adPlatform=meta&priority=medium`],
    ['search: a code', `${list}&search=API_7F3A`],
    ['search: a name', `${list}&search=Santoso`],
    ['funnel, 30 days', '/api/v2/agent/analytics/funnel'],
  ]
}

async function startSandbox(leads: number) {
  const began = performance.now()
  const child = fork(
    resolve('src/sandbox/main.ts'),
    ['--leads', String(leads), '--limit', '1000000000', '--key', key, '--port', '0'],
    { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  const [message] = (await once(child, 'message')) as [{ type: string; port: number }]
  if (message.type !== 'ready') throw new Error('The sandbox did not start')
  return {
    leads,
    readyMs: performance.now() - began,
    base: `http://127.0.0.1:${message.port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function timed(url: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  return performance.now() - began
}

async function walk(base: string, pages: number): Promise<string> {
  let cursor = ''
  for (let page = 0; page < pages; page += 1) {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const response = await fetch(`${base}/api/v2/agent/leads?limit=50${query}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const body = (await response.json()) as { pagination: { nextCursor: string | null } }
    if (body.pagination.nextCursor === null) break
    cursor = body.pagination.nextCursor
  }
  return cursor
}

import { fork } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { startDashboard } from '../../fixtures/dashboard-server.ts'
import { canaryKey } from '../../fixtures/live-dashboard.ts'
import { printTable } from '../print-table.ts'
import { median, shown } from '../statistics.ts'
import type { Load, Loaded } from './load.ts'
import { startNginx } from './nginx.ts'
import { processorUs, type Rival, startScript } from './rival.ts'

const connections = 50
const rounds = 5
/** Answers of a round, and of each of its beginnings that count for nothing; of the first round, in which servers get warm. */
const answers = { reads: 10_000, writes: 2_000 } as const
const warm = { first: 1, later: 0.1 } as const

const list = '/api/v2/agent/leads?limit=25&sortBy=updatedAt&sortOrder=desc'
const write = {
  method: 'PATCH',
  path: '/bff/leads/w#',
  body: JSON.stringify({
    writeId: '0190a4b2-7c1d-7e3f-8a5b-#',
    base: { values: { priority: 'low' } },
    changes: { priority: 'high' },
  }),
  equal: 1,
} as const
const read = { method: 'GET', path: `${list}&search=s#`, equal: 1 } as const

interface Lane {
  readonly subject: string
  readonly name: string
  readonly rival: Rival
  readonly load: Pick<Load, 'method' | 'path' | 'body' | 'equal'>
}

interface Round extends Loaded {
  readonly perSecond: number
  /** Microseconds of the server's processor time for each answer. */
  readonly cpuUs: number
}

/**
 * The proxy with all its checks before a live upstream, beside the floors of the same run: bare `node:http`, a raw proxy on
 * Node, and nginx where it is installed. Answers a second count on a quiet machine only; processor time for each does always.
 */
export async function benchProxy(): Promise<void> {
  const bare = await startScript('constant-upstream.ts')
  const raw = await startScript('raw-proxy.ts', [String(bare.port)])
  const nginx = await startNginx(bare.port)
  const dashboard = await startDashboard({
    environment: { KONEKTOR_API_KEY: canaryKey, KONEKTOR_BASE_URL: `http://127.0.0.1:${bare.port}` },
  })
  const ours = { port: Number(new URL(dashboard.origin).port), pid: dashboard.pid(), stop: dashboard.stop }
  const plain = { ...read, path: `/plain${read.path}` }
  const kept = { ...read, path: `/kept${read.path}` }
  const lanes: Lane[] = [
    { subject: 'cached read', name: 'bare node:http', rival: bare, load: { ...read, path: list } },
    ...maybe(nginx, (rival) => ({
      subject: 'cached read',
      name: 'nginx, proxy_cache',
      rival,
      load: { ...kept, path: `/kept${list}` },
    })),
    { subject: 'cached read', name: 'ours', rival: ours, load: { ...read, path: list } },
    ...maybe(nginx, (rival) => ({
      subject: 'coalesced miss',
      name: 'nginx, proxy_cache_lock',
      rival,
      load: { ...kept, equal: connections },
    })),
    { subject: 'coalesced miss', name: 'ours', rival: ours, load: { ...read, equal: connections } },
    { subject: 'pass-through', name: 'raw proxy on node:http', rival: raw, load: read },
    ...maybe(nginx, (rival) => ({ subject: 'pass-through', name: 'nginx, proxy', rival, load: plain })),
    { subject: 'pass-through', name: 'ours', rival: ours, load: read },
    { subject: 'write', name: 'bare node:http', rival: bare, load: write },
    { subject: 'write', name: 'raw proxy on node:http', rival: raw, load: write },
    { subject: 'write', name: 'ours (reads, compares, writes)', rival: ours, load: write },
  ]
  const results = new Map<Lane, Round[]>(lanes.map((lane) => [lane, []]))
  const generator = fork(fileURLToPath(new URL('load.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  // The round before the first lets every server get warm, and counts for nothing.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [lane, { rival, load }] of lanes.entries()) {
      const counted = answers[load.method === 'GET' ? 'reads' : 'writes']
      const one = await measure(generator, rival, {
        ...load,
        connections,
        round: 1 + round * lanes.length + lane,
        warm: counted * (round === 0 ? warm.first : warm.later),
        answers: counted,
      })
      if (round > 0) results.get(lanes[lane] as Lane)?.push(one)
    }
  }
  generator.disconnect()
  for (const rival of [ours, nginx, raw, bare]) await rival?.stop()
  const cores = availableParallelism()
  const quiet = `${cores} cores for load, server and upstream; load average ${loadavg()[0]?.toFixed(2)}`
  const without = nginx === null ? '; nginx is not installed' : ''
  printTable(
    `Proxy: 2.8 kB of JSON, ${connections} connections (${quiet}${without})`,
    [
      'subject',
      'server',
      'answers/s',
      '× bare',
      '× raw',
      'CPU µs each',
      '× bare, CPU',
      'p50 ms',
      'p99 ms',
      'p99 / p50',
      'refused',
    ],
    rowsOf(lanes, results),
  )
}

function maybe<T>(nginx: Rival | null, lane: (rival: Rival) => T): T[] {
  return nginx === null ? [] : [lane(nginx)]
}

function rowsOf(lanes: readonly Lane[], results: ReadonlyMap<Lane, readonly Round[]>): string[][] {
  const of = (subject: string, name: string) => {
    const lane = lanes.find((one) => one.subject === subject && one.name.startsWith(name))
    return (lane && results.get(lane)) ?? []
  }
  return lanes.map((lane) => {
    const own = results.get(lane) ?? []
    const bare = of(lane.subject === 'write' ? 'write' : 'cached read', 'bare')
    const raw = of(lane.subject, 'raw')
    // Rounds are compared with their own floor: the machine may have been busier in one than in the other.
    const ratio = (floor: readonly Round[], value: (round: Round) => number) =>
      shown(median(own.map((round, n) => value(round) / value(floor[n] ?? round))))
    const middle = (value: (round: Round) => number) => median(own.map(value))
    return [
      lane.subject,
      lane.name,
      shown(middle(({ perSecond }) => perSecond)),
      ratio(bare, ({ perSecond }) => perSecond),
      raw.length === 0 ? '' : ratio(raw, ({ perSecond }) => perSecond),
      shown(middle(({ cpuUs }) => cpuUs)),
      ratio(bare, ({ cpuUs }) => 1 / cpuUs),
      shown(middle(({ p50 }) => p50)),
      shown(middle(({ p99 }) => p99)),
      shown(middle(({ p50, p99 }) => p99 / p50)),
      String(own.reduce((sum, { refused }) => sum + refused, 0)),
    ]
  })
}

/** One load on one server, told by the generator when it begins and ends to count. */
function measure(generator: ReturnType<typeof fork>, { port, pid }: Rival, load: Omit<Load, 'port'>): Promise<Round> {
  return new Promise((resolve) => {
    let before = Number.NaN
    let spent = Number.NaN
    generator.on('message', function hear(told: 'counting' | 'counted' | Loaded) {
      if (told === 'counting') before = processorUs(pid)
      else if (told === 'counted') spent = processorUs(pid) - before
      else {
        generator.off('message', hear)
        resolve({ ...told, perSecond: (load.answers / told.overMs) * 1000, cpuUs: spent / load.answers })
      }
    })
    generator.send({ ...load, port } satisfies Load)
  })
}

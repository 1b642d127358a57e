import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

const key = 'bench-key'
/** Fixed, so that no worker and no life comes between; a Tuesday afternoon, which cuts a day at either end of "30 days". */
const now = '2026-11-24T08:30:00Z'

export interface SandboxProcess {
  readonly readyMs: number
  /** One call of the Agent API, in milliseconds until its whole answer is there. */
  timed(path: string, init?: { readonly method: string; readonly body: unknown }): Promise<number>
  /** Rows of one SELECT, past the API. */
  rows<Row>(sql: string): Promise<readonly Row[]>
  /** Finds the processes of a server that work for it; idle ones come and go. */
  findBackends(): Promise<void>
  /** Milliseconds of processor that it has used, with those of a server that were found; Linux only. */
  processorMs(): number
  /** Resident memory in MiB; Linux only. */
  memory(): number
  stop(): Promise<void>
}

/** Starts the built sandbox over a directory, or over a database of a server. */
export async function startSandboxProcess(
  leads: number,
  place: { readonly directory: string } | { readonly databaseUrl: string },
): Promise<SandboxProcess> {
  const began = performance.now()
  const data = 'directory' in place ? ['--data', place.directory] : []
  const child = fork(
    'dist/server/sandbox.js',
    ['--leads', String(leads), '--limit', '1000000000', '--key', key, '--now', now, ...data],
    {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, DATABASE_URL: 'databaseUrl' in place ? place.databaseUrl : '' },
    },
  )
  const [message] = (await once(child, 'message')) as [{ type: string; port: number; controlPort: number }]
  if (message.type !== 'ready') throw new Error(`The sandbox did not start: ${JSON.stringify(message)}`)
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const readyMs = performance.now() - began
  const rows = async <Row>(sql: string) => {
    const response = await fetch(`http://127.0.0.1:${message.controlPort}/control/query`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ sql }),
    })
    if (!response.ok) throw new Error(await response.text())
    return ((await response.json()) as { rows: readonly Row[] }).rows
  }
  let backends: readonly number[] = []
  return {
    readyMs,
    rows,
    async timed(path, init) {
      const asked = performance.now()
      const request =
        init === undefined ? { headers } : { headers, method: init.method, body: JSON.stringify(init.body) }
      const response = await fetch(`http://127.0.0.1:${message.port}/api/v2/agent/${path}`, request)
      const text = await response.text()
      if (!response.ok) throw new Error(`${response.status} for ${path}: ${text}`)
      return performance.now() - asked
    },
    findBackends: async () => {
      if ('directory' in place) return
      const sql = 'select pid from pg_stat_activity where datname = current_database()'
      backends = (await rows<{ pid: number }>(sql)).map(({ pid }) => pid)
    },
    processorMs: () => processorMs([child.pid ?? 0, ...backends]),
    memory: () => residentMib(child),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function residentMib(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** The first number of `schedstat` is the time on a processor in nanoseconds, one file a thread. */
function processorMs(pids: readonly number[]): number {
  let sum = 0
  for (const tasks of pids.map((pid) => `/proc/${pid}/task`).filter(existsSync)) {
    for (const thread of readdirSync(tasks)) {
      sum += Number(readFileSync(`${tasks}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    }
  }
  return sum
}

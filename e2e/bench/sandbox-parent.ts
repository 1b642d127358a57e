import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDashboard } from '../fixtures/dashboard-server.ts'
import { printTable } from './print-table.ts'
import { shown } from './statistics.ts'

const leads = '100000'
const workForMs = 15_000
const goalMs = 50
const asked = ['leads?search=an', 'leads?status=new', 'analytics/funnel?timeframe=all_time', 'conversions/pending']

/**
 * How long the dashboard's own event loop stands still while its sandbox seeds and works; beside it an idle process of
 * the same minute, which only the machine's other work can delay.
 */
export async function benchSandboxParent(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-loop-'))
  const delays = (name: string) => ({
    NODE_OPTIONS: '--import ./e2e/bench/loop-delay.mjs',
    LOOP_DELAY_FILE: join(directory, name),
  })
  const idle = spawn(process.execPath, ['-e', "setInterval(() => {}, 1e9); process.on('SIGTERM', process.exit)"], {
    env: { ...process.env, ...delays('idle') },
    stdio: 'ignore',
  })
  const sandbox = ['--leads', leads, '--live', '120']
  const dashboard = await startDashboard({ sandbox, environment: delays('dashboard'), readyWithinMs: 300_000 })
  const until = Date.now() + workForMs
  const answers = asked.map(async (path) => {
    let count = 0
    for (; Date.now() < until; count += 1) {
      const headers = { 'x-konektor-dashboard': '1', 'x-konektor-purpose': 'anew' }
      await (await fetch(`${dashboard.origin}/api/v2/agent/${path}`, { headers })).arrayBuffer()
    }
    return count
  })
  const answered = (await Promise.all(answers)).reduce((sum, count) => sum + count, 0)
  await dashboard.stop()
  const gone = once(idle, 'exit')
  idle.kill('SIGTERM')
  await gone
  printTable(
    `The event loop while the sandbox seeds ${leads} leads and answers ${answered} calls; goal ≤ ${goalMs} ms; load ${loadavg()[0]?.toFixed(1)}`,
    ['process', 'stood still: p99, ms', 'longest, ms', 'longest own work, ms of processor'],
    ['dashboard', 'idle'].map((name) => {
      const told = JSON.parse(readFileSync(join(directory, name), 'utf8')) as Record<'p99' | 'max' | 'work', number>
      return [name, shown(told.p99), shown(told.max), shown(told.work)]
    }),
  )
  rmSync(directory, { recursive: true, force: true })
}

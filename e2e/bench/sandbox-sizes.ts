import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { printTable } from './print-table.ts'
import { type Operation, operationsOf } from './sandbox-operations.ts'
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts'
import { quantile, shown } from './statistics.ts'

/** `SANDBOX_SIZES` takes others, for a quick look; the growth is the last one's over the first one's. */
const sizes = (process.env.SANDBOX_SIZES ?? '10000,100000,1000000').split(',').map(Number)
const rounds = 60
const reopenedSize = 100_000
/** Goals of the issue. */
const seedGoalSeconds = 60
const memoryGoalMib = 400

interface Measured {
  readonly leads: number
  readonly sandbox: SandboxProcess
  readonly operations: readonly Operation[]
  /** Processor of the fresh seed, in seconds. */
  readonly seedSeconds: number
  readonly times: Map<string, number[]>
  /** Milliseconds of processor, which other work on the machine stretches far less. */
  readonly processor: Map<string, number[]>
}

/** Times each operation at each size, the sizes interleaved so that other work on the machine meets all of them alike. */
export async function benchSandboxSizes(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-sandbox-'))
  await benchEngine('PGlite', (leads) => Promise.resolve({ directory: join(directory, String(leads)) }))
  if (sizes.includes(reopenedSize)) await benchReopening(join(directory, String(reopenedSize)))
  rmSync(directory, { recursive: true, force: true })
  const url = process.env.TEST_DATABASE_URL
  if (url) await benchEngine('PostgreSQL', (leads) => freshDatabase(url, `bench_${leads}`))
}

async function freshDatabase(url: string, name: string): Promise<{ databaseUrl: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists ${name}`)
  await client.query(`create database ${name}`)
  await client.end()
  const databaseUrl = new URL(url)
  databaseUrl.pathname = `/${name}`
  return { databaseUrl: databaseUrl.href }
}

async function benchEngine(
  engine: string,
  placeOf: (leads: number) => Promise<Parameters<typeof startSandboxProcess>[1]>,
): Promise<void> {
  const measured: Measured[] = []
  for (const leads of sizes) {
    const sandbox = await startSandboxProcess(leads, await placeOf(leads))
    await sandbox.findBackends()
    const seedSeconds = sandbox.processorMs() / 1000
    const operations = await operationsOf(sandbox, leads)
    measured.push({ leads, sandbox, operations, seedSeconds, times: new Map(), processor: new Map() })
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { sandbox, operations, times, processor } of measured) {
      await sandbox.findBackends()
      for (const { name, run } of operations) {
        const before = sandbox.processorMs()
        times.set(name, [...(times.get(name) ?? []), await run(round)])
        processor.set(name, [...(processor.get(name) ?? []), sandbox.processorMs() - before])
      }
    }
  }
  const memory = measured.map(({ sandbox }) => sandbox.memory())
  for (const { sandbox } of measured) await sandbox.stop()
  const load = `${rounds} rounds, sizes interleaved, load ${loadavg()[0]?.toFixed(1)}`
  for (const kind of ['times', 'processor'] as const) {
    printTable(
      `Sandbox on ${engine}: ${kind === 'times' ? 'answered after' : 'processor used'}, p50 / p95 ms; ${load}`,
      ['operation', ...sizes.map((size) => size.toLocaleString('en')), 'growth of p50', 'of p95', 'goal'],
      (measured[0]?.operations ?? []).map(({ name, goal }) => growthRow(name, goal, measured, kind)),
    )
  }
  printTable(
    `Sandbox on ${engine}: a fresh seed (goal ${seedGoalSeconds} s for a million)`,
    ['leads', 'ready after, s', 'processor, s', 'memory afterwards, MiB'],
    measured.map(({ leads, sandbox, seedSeconds }, index) => [
      leads.toLocaleString('en'),
      shown(sandbox.readyMs / 1000),
      shown(seedSeconds),
      shown(memory[index] ?? Number.NaN),
    ]),
  )
}

function growthRow(name: string, goal: number, measured: readonly Measured[], kind: 'times' | 'processor'): string[] {
  const of = (at: number, share: number) => quantile(measured.at(at)?.[kind].get(name) ?? [], share)
  const growth = of(-1, 0.5) / of(0, 0.5)
  return [
    name,
    ...measured.map((_, index) => `${shown(of(index, 0.5))} / ${shown(of(index, 0.95))}`),
    shown(growth),
    shown(of(-1, 0.95) / of(0, 0.95)),
    `≤ ${goal}${growth > goal ? ' MISSED' : ''}`,
  ]
}

/** Memory at rest of a sandbox that was opened again, as a dashboard left running over night. */
async function benchReopening(directory: string): Promise<void> {
  const sandbox = await startSandboxProcess(reopenedSize, { directory })
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  printTable(
    `Sandbox on PGlite: opened again with 100,000 leads (goal ${memoryGoalMib} MiB at rest)`,
    ['ready after, s', 'memory, MiB'],
    [[shown(sandbox.readyMs / 1000), shown(sandbox.memory())]],
  )
  await sandbox.stop()
}

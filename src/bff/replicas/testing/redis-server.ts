import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const programs = ['redis-server', 'valkey-server'] as const

/** The server program of this machine; null where none is installed. */
export const redisProgram: string | null =
  programs.find((program) => {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }) ?? null

export interface TestRedis {
  readonly url: string
  /** As a crash would: at once, with nothing kept. */
  kill(): Promise<void>
  /** Starts it again on the same port, empty. */
  revive(): Promise<void>
  close(): Promise<void>
}

/** A real Redis or Valkey on a free loopback port, in memory alone. */
export async function startRedis(): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'konektor-redis-'))
  const port = await freePort()
  let child = await start(port, directory)
  const kill = () => ended(child)
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async revive() {
      child = await start(port, directory)
    },
    async close() {
      await kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function start(port: number, directory: string): Promise<ChildProcess> {
  const child = spawn(
    redisProgram ?? '',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('Redis ended at its start')))
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve(child)
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()))
    })
  })
}

import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A server that is measured: a process, with children where it has workers. */
export interface Rival {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a script of this folder that tells its address once it listens. */
export async function startScript(name: string, args: readonly string[] = []): Promise<Rival> {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), args, { execArgv: ['--import', 'tsx'] })
  const { port } = await new Promise<AddressInfo>((resolve) => child.once('message', resolve))
  return {
    port,
    pid: child.pid ?? 0,
    stop: () => {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      return gone
    },
  }
}

/** Microseconds of a kernel's tick; Linux counts processor time in hundredths of a second for everybody. */
const tickUs = 10_000

/** Processor time of a process and its children so far, in microseconds; NaN where there is no `/proc`. */
export function processorUs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Behind the name in brackets, which may hold anything: `utime` is the 12th field, `stime` the 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const own = (Number(fields[11]) + Number(fields[12])) * tickUs
    return childrenOf(pid).reduce((sum, child) => sum + processorUs(child), own)
  } catch {
    return Number.NaN
  }
}

function childrenOf(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.flatMap((task) => {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
    return children.split(' ').filter(Boolean).map(Number)
  })
}

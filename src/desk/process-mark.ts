import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** What tells one process from every other, also from a later one with the same id. */
export interface ProcessMark {
  readonly pid: number
  /** When it started: on Linux in ticks since the boot, else as `ps` writes it. */
  readonly started: string
  /** The boot and the space of process ids (a container has its own) in which `pid` means anything. */
  readonly boot: string
  readonly namespace: string
}

/** The mark of a living process of this namespace, or null. */
export function processMark(pid: number): ProcessMark | null {
  const started = process.platform === 'linux' ? linuxStart(pid) : otherStart(pid)
  if (started === null) return null
  const boot = quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''
  return { pid, started, boot, namespace: quietly(() => readlinkSync('/proc/self/ns/pid')) ?? '' }
}

function linuxStart(pid: number): string | null {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (stat === null) return null
  // The command in brackets may hold anything; the fields after it are counted from state (field 3).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended and holds nothing.
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
}

function otherStart(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null
  }
  const ask = () => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 1500 }).trim()
  return quietly(ask) ?? 'unknown'
}

function quietly(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}

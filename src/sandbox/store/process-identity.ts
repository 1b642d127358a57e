import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process started, as a text that a later process with the same id does not share; null when no such process lives. */
export function processStart(pid: number): string | null {
  return process.platform === 'linux' ? linuxStart(pid) : otherStart(pid)
}

function linuxStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command in brackets may hold anything; the fields after it are counted from state (field 3).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended and holds nothing; its parent has not asked for it yet.
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${fields[19]}`
  } catch {
    return null
  }
}

function otherStart(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 1500 }).trim() || null
  } catch {
    // No `ps` here: the id alone must do.
    return 'unknown'
  }
}

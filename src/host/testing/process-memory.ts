import { readFileSync } from 'node:fs'

function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

/** Watches the memory of a process; gives, when it is stopped, by how many MiB it grew at most. Linux. */
export function watchMemory(pid: number): () => number {
  const before = residentBytes(pid)
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, residentBytes(pid))
  }, 20)
  return () => {
    clearInterval(timer)
    return (Math.max(most, residentBytes(pid)) - before) / 2 ** 20
  }
}

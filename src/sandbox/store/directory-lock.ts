import { randomBytes } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processStart } from './process-identity.ts'

/** Somebody else works on the directory. */
export class DirectoryHeldError extends Error {
  constructor(directory: string, holder: Holder) {
    super(
      `The data directory ${directory} is in use by process ${holder.pid} (since ${holder.since}). ` +
        'Stop that process, or choose another directory.',
    )
    this.name = 'DirectoryHeldError'
  }
}

interface Holder {
  readonly pid: number
  /** See `processStart`: a process id alone is used again. Null: let go. */
  readonly started: string | null
  /** The space of process ids in which `pid` means anything: a container has its own. '' where there are none. */
  readonly namespace: string
  readonly since: string
}

const lockName = /^lock\.(\d+)$/

/**
 * Takes the directory for this process, or throws. PGlite itself locks nothing, and two processes lose each other's rows.
 *
 * The lock is the file `lock.N` with the highest N. It is made by `link`, which is atomic and never replaces, from a
 * file that is already whole. A dead holder's lock is followed by `lock.N+1`, never removed before a higher one exists:
 * so of two processes that both saw the same dead holder only one can make the next file, and one that looked long ago
 * finds a higher one afterwards and steps back.
 */
export function lockDirectory(directory: string): { release(): void } {
  const me: Holder = {
    pid: process.pid,
    started: processStart(process.pid),
    namespace: ownNamespace(),
    since: new Date().toISOString(),
  }
  const draft = join(directory, `lock-draft.${process.pid}.${randomBytes(4).toString('hex')}`)
  writeFileSync(draft, JSON.stringify(me), { flag: 'wx' })
  try {
    for (;;) {
      const top = highest(directory)
      if (top > 0) {
        const holder = readHolder(join(directory, `lock.${top}`))
        if (holder !== null && isAlive(holder)) throw new DirectoryHeldError(directory, holder)
      }
      const mine = join(directory, `lock.${top + 1}`)
      if (!linked(draft, mine)) continue
      if (highest(directory) > top + 1) {
        rmSync(mine, { force: true })
        continue
      }
      for (const older of generations(directory)) {
        if (older <= top) rmSync(join(directory, `lock.${older}`), { force: true })
      }
      return { release: () => letGo(mine, me) }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The file stays, as the highest: it only says that nobody holds it. */
function letGo(lock: string, me: Holder): void {
  const draft = `${lock}.free`
  writeFileSync(draft, JSON.stringify({ ...me, started: null }))
  renameSync(draft, lock)
}

function isAlive(holder: Holder): boolean {
  if (holder.started === null) return false
  // From inside one container nobody can see whether the other's process lives: it counts as alive until the next boot.
  if (holder.namespace !== ownNamespace()) return bootOf(holder.started) === bootOf(processStart(process.pid))
  return processStart(holder.pid) === holder.started
}

function ownNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

function bootOf(started: string | null): string {
  return started?.split(':')[0] ?? ''
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Null where the file is gone or unreadable: a crash of the machine can leave it empty. */
function readHolder(lock: string): Holder | null {
  try {
    const value = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Holder>
    if (typeof value.pid !== 'number') return null
    return {
      pid: value.pid,
      started: value.started ?? null,
      namespace: value.namespace ?? ownNamespace(),
      since: String(value.since),
    }
  } catch {
    return null
  }
}

function generations(directory: string): readonly number[] {
  return readdirSync(directory).flatMap((name) => {
    const generation = lockName.exec(name)?.[1]
    return generation === undefined ? [] : [Number(generation)]
  })
}

function highest(directory: string): number {
  return Math.max(0, ...generations(directory))
}

import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProcessMark, processMark } from './process-mark.ts'

/** Another server keeps its files here. */
export class DeskHeldError extends Error {
  override readonly name = 'DeskHeldError'
}

type Holder = ProcessMark & { readonly since: string }

/**
 * Takes a desk's directory for this process, or throws `DeskHeldError`: two processes that hold the same files in memory
 * overwrite each other's ledger lines.
 *
 * The lock is the file `lock.N` with the highest N, made by `link`: whole from the start, and never replacing another.
 * A dead holder's is followed by `lock.N+1` before it goes, so that of two that saw the same dead holder one wins.
 */
export function lockDesk(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const me = processMark(process.pid)
  if (me === null) throw new Error('This process cannot see itself')
  const draft = join(directory, `lock-draft.${me.pid}.${randomBytes(4).toString('hex')}`)
  const since = new Date().toISOString()
  writeFileSync(draft, JSON.stringify({ ...me, since } satisfies Holder), { flag: 'wx', mode: 0o600 })
  try {
    for (;;) {
      const top = Math.max(0, ...generations(directory))
      refuseHeld(directory, top, me)
      const mine = join(directory, `lock.${top + 1}`)
      if (!linked(draft, mine)) continue
      const after = generations(directory)
      if (Math.max(...after) > top + 1) {
        rmSync(mine, { force: true })
        continue
      }
      for (const older of after) if (older <= top) rmSync(join(directory, `lock.${older}`), { force: true })
      // It stays, empty: without it a number could come again, which one that looked long ago still means to take.
      return { release: () => writeFileSync(mine, '') }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** For one of several that take each file for the moment of its writing: throws where another holds the directory for itself. */
export function checkDeskFree(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const me = processMark(process.pid)
  if (me !== null) refuseHeld(directory, Math.max(0, ...generations(directory)), me)
}

function refuseHeld(directory: string, generation: number, me: ProcessMark): void {
  const lock = join(directory, `lock.${generation}`)
  const holder = readHolder(lock)
  // Of an earlier boot nothing lives any more.
  if (holder === null || holder.boot !== me.boot) return
  const held = `The data directory ${directory} is in use by process ${holder.pid}`
  if (holder.namespace !== me.namespace) {
    throw new DeskHeldError(
      `${held} of another container (since ${holder.since}), which cannot be seen from here. ` +
        `Stop it, or choose another DATA_DIR. If it has surely ended, remove ${lock}.`,
    )
  }
  if (processMark(holder.pid)?.started === holder.started) {
    throw new DeskHeldError(`${held} (since ${holder.since}). Stop that process, or choose another DATA_DIR.`)
  }
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
    const { pid, started, boot, namespace, since } = value
    if (typeof pid !== 'number' || typeof started !== 'string') return null
    return { pid, started, boot: String(boot), namespace: String(namespace), since: String(since) }
  } catch {
    return null
  }
}

function generations(directory: string): readonly number[] {
  return readdirSync(directory).flatMap((name) => {
    const generation = /^lock\.(\d+)$/.exec(name)?.[1]
    return generation === undefined ? [] : [Number(generation)]
  })
}

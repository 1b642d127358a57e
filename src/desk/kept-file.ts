import { readFile, rename, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type * as z from 'zod/mini'
import type { Peers } from './peers.ts'
import { replaceFile } from './replace-file.ts'

/** One JSON file that is held in memory and written whole. */
export interface KeptFile<T> {
  readonly value: T
  /**
   * Changes the value at once; resolves when that is on the disk. `update` is pure: where other servers share the file it
   * runs once more on what they have written meanwhile. Rejects where nothing can be written; the value is then as before.
   */
  change(update: (value: T) => T): Promise<void>
  /** Reads it anew where another server has changed it: what they tell comes a moment later, or not at all. Never rejects. */
  refresh(): Promise<void>
  /** Resolves when nothing is left to write; never rejects. */
  settled(): Promise<void>
}

export interface KeptFileOptions<S extends z.ZodMiniType> {
  readonly path: string
  readonly schema: S
  readonly initial: z.output<S>
  /** Told where a damaged file was kept aside. */
  readonly warn: (keptAside: string) => void
  /** Other servers that keep the same file. */
  readonly peers?: Peers | undefined
}

/**
 * Opens a file. A missing one begins with `initial`. A damaged one is never overwritten: it is renamed aside with the
 * date in its name, which is told to `warn`.
 */
export async function openKeptFile<S extends z.ZodMiniType>(
  options: KeptFileOptions<S>,
): Promise<KeptFile<z.output<S>>> {
  type Value = z.output<S>
  const { path, schema, initial, warn, peers } = options
  const name = basename(path)
  const read = async () => (await readKept(path, schema, warn)) ?? initial
  let value: Value = await read()
  /** What the disk is known to hold. */
  let written = value
  /** Changes that no write has taken up yet. */
  let updates: ((value: Value) => Value)[] = []
  let waiting: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()
  /** Writes that have begun or ended here. */
  let turns = 0
  /** Tells the file that was read last from the one there now. */
  let readMark = ''
  /** Looks for a change that have begun, and the newest of those whose reading was taken. */
  let looks = 0
  let lastLook = 0

  function updated(base: Value, all: typeof updates): Value {
    let next = base
    for (const update of all) next = update(next)
    return next
  }

  async function write(): Promise<void> {
    turns += 1
    try {
      const base: { value: Value } | null = peers === undefined ? null : { value: await read() }
      const taken = updates
      updates = []
      if (base !== null) value = updated(base.value, taken)
      const next = value
      await replaceFile(path, `${JSON.stringify(next, null, 2)}\n`)
      written = next
    } catch (error) {
      // What is shown must be what is there after a restart.
      value = updated(written, updates)
      throw error
    } finally {
      turns += 1
    }
  }

  async function writeAlone(): Promise<void> {
    if (peers === undefined) return write()
    await peers.alone(name, write)
    peers.tell(name)
  }

  /** Writes follow each other; changes that come while one runs share the next. */
  function save(): Promise<void> {
    waiting ??= running.then(() => {
      waiting = null
      const writing = writeAlone()
      running = writing.catch(() => undefined)
      return writing
    })
    return waiting
  }

  async function refresh(): Promise<void> {
    if (peers === undefined) return
    looks += 1
    const [look, turnsBefore] = [looks, turns]
    try {
      const mark = await markOf(path)
      if (mark === readMark) return
      const fresh: Value = await read()
      // A write of our own reads it anyway; what was read beside one, or is overtaken, may be from before.
      if (waiting !== null || updates.length > 0 || turns !== turnsBefore || turns % 2 === 1 || look < lastLook) return
      lastLook = look
      readMark = mark
      value = fresh
      written = fresh
    } catch {
      // It is not there yet, or cannot be read now: what is held stays.
    }
  }

  peers?.hear((told) => {
    if (told === null || told === name) void refresh()
  })

  return {
    get value() {
      return value
    },
    change(update) {
      value = update(value)
      updates.push(update)
      return save()
    },
    refresh,
    async settled() {
      await waiting?.catch(() => undefined)
      await running
    },
  }
}

/** Another one for each file that `replaceFile` has put there. */
async function markOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path)
  return `${ino} ${mtimeMs} ${size}`
}

async function readKept<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  warn: (keptAside: string) => void,
): Promise<z.output<S> | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    const aside = `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`
    await rename(path, aside)
    warn(aside)
    return null
  }
}

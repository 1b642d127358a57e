import { readFile, rename } from 'node:fs/promises'
import type * as z from 'zod/mini'
import { replaceFile } from './replace-file.ts'

/** One JSON file that is held in memory and written whole. */
export interface KeptFile<T> {
  readonly value: T
  /** Puts a new value in place at once; resolves when it, or a later one, is on the disk. */
  replace(value: T): Promise<void>
  /** Resolves when nothing is left to write; never rejects. */
  settled(): Promise<void>
}

/**
 * Opens a file. A missing one begins with `initial`. A damaged one is never overwritten: it is renamed aside with the
 * date in its name, which is told to `warn`.
 */
export async function openKeptFile<S extends z.ZodMiniType>(options: {
  path: string
  schema: S
  initial: z.output<S>
  warn: (keptAside: string) => void
}): Promise<KeptFile<z.output<S>>> {
  const { path, schema, initial, warn } = options
  let value: z.output<S> = (await readKept(path, schema, warn)) ?? initial
  let waiting: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()

  /** Writes follow each other; calls that come while one runs share the next. */
  function write(): Promise<void> {
    waiting ??= running.then(() => {
      waiting = null
      const writing = replaceFile(path, `${JSON.stringify(value, null, 2)}\n`)
      running = writing.catch(() => undefined)
      return writing
    })
    return waiting
  }

  return {
    get value() {
      return value
    },
    replace(next) {
      value = next
      return write()
    },
    async settled() {
      await waiting?.catch(() => undefined)
      await running
    },
  }
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

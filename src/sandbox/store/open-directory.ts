import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspaceOptions } from '../seed/seed-workspace.ts'
import type { Database } from './database.ts'
import { lockDirectory } from './directory-lock.ts'
import { UnknownSchemaError } from './migrate.ts'
import { openPglite } from './open-pglite.ts'
import { openWorkspace } from './open-workspace.ts'

export interface OpenedWorkspace {
  readonly database: Database
  readonly seed: number
  /** Something the person should know: data that was kept aside. */
  readonly notice: string | null
}

/**
 * Opens the sample in a directory that this process then holds. Data that cannot be opened, or is of a schema that
 * this program does not know, is renamed and named, never deleted; a fresh sample takes its place.
 */
export async function openDirectory(
  directory: string,
  options: WorkspaceOptions,
  now: number,
): Promise<OpenedWorkspace> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = lockDirectory(directory)
  const data = join(directory, 'pg')
  const withLock = (opened: OpenedWorkspace): OpenedWorkspace => ({
    ...opened,
    database: {
      ...opened.database,
      close: async () => {
        await opened.database.close()
        lock.release()
      },
    },
  })
  const hadData = existsSync(data)
  try {
    return withLock(await openData(data, options, now))
  } catch (error) {
    if (!hadData) {
      lock.release()
      throw error
    }
    const aside = `${data}.kept-${new Date().toISOString().replace(/[:.]/g, '-')}`
    renameSync(data, aside)
    const why = error instanceof UnknownSchemaError ? error.message : 'The data could not be opened.'
    const notice = `${why} It is kept in ${aside}; a fresh sample was made.`
    try {
      return withLock({ ...(await openData(data, options, now)), notice })
    } catch (again) {
      lock.release()
      throw again
    }
  }
}

async function openData(data: string, options: WorkspaceOptions, now: number): Promise<OpenedWorkspace> {
  const database = await openPglite(data)
  try {
    return { database, seed: await openWorkspace(database, options, now), notice: null }
  } catch (error) {
    await database.close().catch(() => undefined)
    throw error
  }
}

import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkDeskFree, DeskHeldError, lockDesk } from '#desk/lock-desk.ts'
import type { Configuration } from './environment.ts'
import { StartFault } from './start-fault.ts'
import type { Upstream } from './upstream.ts'

/** One desk for one upstream: names given in the sandbox must never stand beside real leads. */
export function deskDirectory(
  { dataDirectory }: Pick<Configuration, 'dataDirectory'>,
  { kind, baseUrl }: Pick<Upstream, 'kind' | 'baseUrl'>,
): string {
  return join(dataDirectory, 'desk', kind === 'sandbox' ? 'sandbox' : new URL(baseUrl).host.replaceAll(':', '_'))
}

/** Makes the data directory, or tells why the dashboard cannot keep anything there. */
export function prepareDataDirectory({ dataDirectory }: Pick<Configuration, 'dataDirectory'>): void {
  inWords(dataDirectory, () => {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
    accessSync(dataDirectory, constants.W_OK | constants.X_OK)
  })
}

/** Takes a desk for this process. A second one on it is a start that cannot be. */
export function holdDesk(directory: string): { release(): void } {
  return inWords(directory, () => lockDesk(directory))
}

/** For one of several servers that keep their files there together; not beside one that holds them in its memory alone. */
export function shareDesk(directory: string): { release(): void } {
  inWords(directory, () => checkDeskFree(directory))
  return { release: () => undefined }
}

function inWords<T>(directory: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof DeskHeldError) throw new StartFault(error.message)
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StartFault(`DATA_DIR: nothing can be written into ${directory}${code}. Choose another directory.`)
  }
}

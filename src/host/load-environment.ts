import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { type Configuration, readEnvironment } from './environment.ts'
import type { ProxyDefinition } from './proxy-definition.ts'
import { StartFault } from './start-fault.ts'

/**
 * The environment with the file `.env` beneath it. Only the host reads that file, and nothing is written to
 * `process.env`, so no build tool sees it. A variable that is set, even to nothing, wins over the file.
 */
export function loadConfiguration(directory: string, definition: ProxyDefinition): Configuration {
  const file = join(directory, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const read = readEnvironment({ ...fromFile, ...process.env }, definition)
  if (read.ok) return read.configuration
  const list = read.faults.map((fault) => `  - ${fault}`).join('\n')
  throw new StartFault(`The environment does not allow a start:\n${list}`)
}

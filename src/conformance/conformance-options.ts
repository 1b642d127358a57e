import { parseArgs } from 'node:util'
import type { RunOptions } from './run-clauses.ts'

export const conformanceUsage = `Checks a server against the Agent API's specification, a line for each clause.

  npm run conformance -- --base https://konektor.id

  --base URL     the server (https, or http on this machine)
  --write        also checks what writes: makes three leads without ad platform (so that no conversion event is sent),
                 which the API cannot delete, and one support ticket that asks to be closed; more where a server takes
                 what it should refuse
  --documented   only what the specification says, not what it is silent about
  --help         this text

KONEKTOR_API_KEY: the key, from the environment; it is sent to that server only and never shown.
Without --write nothing changes. A run makes about 130 calls, with --write 190: one at a time, never the last fifth of the
workspace's limit, and as late as a 429 asks for. Exit code 0: nothing failed.
`

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: RunOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** Reads the command line and the environment; names every fault, and never the key. */
export function readConformanceOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ReadOptions {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      base: { type: 'string' },
      write: { type: 'boolean' },
      documented: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) return { kind: 'help' }
  const faults: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`Unexpected argument: ${token.value}`)
    if (token.kind === 'option' && !['base', 'write', 'documented'].includes(token.name)) {
      faults.push(`Unknown flag: ${token.rawName}`)
    }
  }
  const base = typeof values.base === 'string' ? originOf(values.base) : null
  if (base === null)
    faults.push('--base must be an address such as https://konektor.id (https, or http on this machine)')
  const key = environment.KONEKTOR_API_KEY ?? ''
  if (!/^[\x21-\x7e]{1,500}$/.test(key)) faults.push('KONEKTOR_API_KEY must hold the key')
  if (base === null || faults.length > 0) return { kind: 'faults', faults }
  const options = { base, key, write: values.write === true, documentedOnly: values.documented === true }
  return { kind: 'options', options }
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)
  return isSafe && url.username === '' && ['', '/'].includes(url.pathname) && url.search === '' ? url.origin : null
}

import { parseArgs } from 'node:util'
import { type Plan, plans, type Scope, scopes } from '#contract/vocabularies.ts'
import { isZone } from './analytics/zone-time.ts'
import { type FaultName, type Faults, faultKinds, faultNames } from './http/faults.ts'
import type { NewKey } from './http/key-ring.ts'
import { type SandboxOptions, sandboxDefaults } from './start-sandbox.ts'

export const sandboxUsage = `Serves the embedded sandbox: the Agent API v2 over sample data, on 127.0.0.1.

  --port P           port of the API (any free one)
  --control-port P   port of the controls (any free one)
  --leads N          size of a new sample (${sandboxDefaults.leads}; about half are visits)
  --plan NAME        ${plans.join(', ')} (${sandboxDefaults.plan})
  --limit N          requests a minute, instead of the plan's
  --scopes LIST      comma separated (all): ${scopes.join(', ')}
  --zone TZ          time zone of the workspace (${sandboxDefaults.zone})
  --language TAG     language of the workspace (${sandboxDefaults.language})
  --key KEY          API key (SANDBOX_KEY, else a random one)
  --add-key K=SCOPES another key, with scopes of its own; K=SCOPES@ISO expires then. As often as you like
  --now ISO          fixes the clock
  --live R           R leads a minute arrive, and others edit as many (0)
  --data DIR         where the sample is kept (in memory)
  --seed N           another sample (${sandboxDefaults.seed})
  --fault NAME=N     does something badly from the start; as often as you like. The control port changes it later.
${faultNames.map((name) => `                     ${name.padEnd(12)} ${faultKinds[name].says}\n`).join('')}  --help             this text

DATABASE_URL: a PostgreSQL server (15 or later) instead of the embedded one.
The API's description is served at /openapi.json, and as a page at /reference.
`

const flags = [
  'port',
  'control-port',
  'host',
  'leads',
  'plan',
  'limit',
  'scopes',
  'zone',
  'language',
  'key',
  'now',
  'live',
  'data',
  'seed',
  'add-key',
  'fault',
] as const

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: SandboxOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** Reads the command line and the environment; every fault is named, not only the first. */
export function readSandboxOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ReadOptions {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      help: { type: 'boolean' },
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }])),
    },
  })
  const faults: string[] = []
  const given = new Map<string, string>()
  const moreKeys: NewKey[] = []
  const sandboxFaults: Partial<Faults> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`Unexpected argument: ${token.value}`)
    if (token.kind !== 'option') continue
    if (token.name === 'help') return { kind: 'help' }
    if (!flags.some((flag) => flag === token.name)) faults.push(`Unknown flag: ${token.rawName}`)
    else if (token.value === undefined) faults.push(`--${token.name} needs a value`)
    else if (token.name === 'add-key') {
      const key = keyWithScopes(token.value)
      if (key === null) faults.push('--add-key must be KEY=SCOPES or KEY=SCOPES@ISO')
      else moreKeys.push(key)
    } else if (token.name === 'fault') {
      const [name, count] = faultCount(token.value) ?? [null, 0]
      if (name === null) faults.push(`--fault must be NAME=N with a fault of --help, not "${token.value}"`)
      else sandboxFaults[name] = count
    } else given.set(token.name, token.value)
  }
  function read<T>(flag: (typeof flags)[number], parse: (text: string) => T | null, expected: string): T | undefined {
    const text = given.get(flag)
    if (text === undefined) return undefined
    const value = parse(text)
    // The key's value is never repeated.
    if (value === null) faults.push(`--${flag} must be ${expected}${flag === 'key' ? '' : `, not "${text}"`}`)
    return value ?? undefined
  }
  const port = wholeNumber(0, 65_535)
  const listed = read('scopes', scopeList, `a comma-separated list of ${scopes.join(', ')}`)
  read('host', (text) => (text === '127.0.0.1' ? text : null), '127.0.0.1')
  const options: SandboxOptions = {
    port: read('port', port, 'a port from 0 to 65535'),
    controlPort: read('control-port', port, 'a port from 0 to 65535'),
    leads: read('leads', wholeNumber(0, 2_000_000), 'a whole number from 0 to 2000000'),
    plan: read(
      'plan',
      (text) => plans.find((plan): plan is Plan => plan === text) ?? null,
      `one of ${plans.join(', ')}`,
    ),
    limit: read('limit', wholeNumber(0, 1_000_000_000), 'a whole number of requests a minute'),
    scopes: listed,
    zone: read('zone', (text) => (isZone(text) ? text : null), 'an IANA time zone'),
    language: read(
      'language',
      (text) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? text : null),
      'a language tag',
    ),
    key: read('key', keyText, 'text of 8 to 200 characters without blanks') ?? environment.SANDBOX_KEY,
    now: read('now', instant, 'an ISO 8601 date and time with offset'),
    live: read('live', wholeNumber(0, 6000), 'a whole number of leads a minute, up to 6000'),
    directory: read('data', (text) => (text === '' ? null : text), 'a directory'),
    seed: read('seed', wholeNumber(0, 2_147_483_647), 'a whole number'),
    databaseUrl: environment.DATABASE_URL || null,
    ...(moreKeys.length === 0 ? {} : { moreKeys }),
    ...(Object.keys(sandboxFaults).length === 0 ? {} : { faults: sandboxFaults }),
  }
  if (options.key !== undefined && keyText(options.key) === null && !given.has('key')) {
    faults.push('SANDBOX_KEY must be text of 8 to 200 characters without blanks')
  }
  if (options.live && options.now != null) faults.push('--live needs a running clock: leave --now out')
  if (options.databaseUrl != null && !/^postgres(ql)?:\/\//.test(options.databaseUrl)) {
    faults.push('DATABASE_URL must start with postgresql://')
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'options', options }
}

function wholeNumber(min: number, max: number): (text: string) => number | null {
  return (text) => (/^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null)
}

function keyText(text: string): string | null {
  return /^[\x21-\x7e]{8,200}$/.test(text) ? text : null
}

function scopeList(text: string): readonly Scope[] | null {
  const names = text.split(',').map((name) => name.trim())
  const known = names.flatMap((name) => scopes.find((scope) => scope === name) ?? [])
  return known.length === names.length ? known : null
}

function instant(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time
}

function keyWithScopes(text: string): NewKey | null {
  const [, key = '', list = '', until] = /^([^=]+)=([^@]*)(?:@(.+))?$/.exec(text) ?? []
  const listed = scopeList(list)
  const expiresAt = until === undefined ? null : instant(until)
  if (keyText(key) === null || listed === null || (until !== undefined && expiresAt === null)) return null
  return { key, scopes: listed, expiresAt }
}

function faultCount(text: string): readonly [FaultName, number] | null {
  const [given, count = ''] = text.split('=')
  const name = faultNames.find((known) => known === given)
  if (name === undefined) return null
  const number = wholeNumber(0, faultKinds[name].most)(count)
  return number === null ? null : [name, number]
}

import * as z from 'zod'
import { type Role, roles } from '#contract/roles.ts'
import { passphraseLimits } from '#contract/session.ts'
import { isLoopback } from './loopback.ts'
import { misplacedKeyFaults } from './misplaced-key.ts'
import { networkFaults, ownSignIn, passphraseVariables } from './network-faults.ts'
import type { ProxyDefinition } from './proxy-definition.ts'
import type { TlsPaths } from './tls-files.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** The start-up configuration, checked. `key` is null where the embedded sandbox is the upstream. */
export interface Configuration {
  readonly key: string | null
  readonly baseUrl: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Of 127.0.0.1, for the metrics; 0: any free port; null: none. */
  readonly metricsPort: number | null
  /** Origins as `URL.origin` writes them; empty: the address listened on. */
  readonly publicOrigins: readonly string[]
  /** True where others can reach it and nobody has to sign in here. */
  readonly openToNetwork: boolean
  /** By role; null: nobody has to sign in. */
  readonly passphrases: Readonly<Partial<Record<Role, string>>> | null
  /** Null: plain http. */
  readonly tls: TlsPaths | null
  readonly dataDirectory: string
  readonly databaseUrl: string | null
  /** Null: this is the only server for its key. */
  readonly redisUrl: string | null
  readonly logLevel: LogLevel
}

export type EnvironmentRead =
  | { readonly ok: true; readonly configuration: Configuration }
  /** One plain sentence a fault, beginning with the variable's name and never holding its value. */
  | { readonly ok: false; readonly faults: readonly string[] }

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function originFault(text: string): string | null {
  const url = urlOf(text)
  if (url === null) return 'is not an address; write it like https://konektor.id'
  // Also an empty one, which the parser drops without a word; and a backslash, which it takes for a slash.
  if (text.includes('@')) return 'must not hold a user name or password'
  if (url.search !== '' || text.includes('?')) return 'must not hold a query'
  if (url.hash !== '' || text.includes('#')) return 'must not hold a fragment'
  if (url.pathname !== '/' || text.includes('\\')) return 'must not hold a path'
  if (url.hostname.includes('*')) return 'must name one host; there is no wildcard'
  if (url.protocol === 'https:') return null
  if (url.protocol !== 'http:') return 'must begin with https://'
  return isLoopback(url.hostname) ? null : 'must be https; plain http is for a loopback address only'
}

/** A schema for text that must satisfy `fault`, which tells what is wrong or null. */
function textWith(fault: (text: string) => string | null) {
  return z.string().superRefine((text, context) => {
    const message = fault(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
}

const origin = textWith(originFault).transform((text) => new URL(text).origin)

const publicOrigins = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(origin))

const databaseUrl = textWith((text) => {
  const url = urlOf(text)
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol)
    ? null
    : 'must be an address like postgresql://user@host/database'
})

const redisUrl = textWith((text) => {
  const url = urlOf(text)
  return url !== null && ['redis:', 'rediss:'].includes(url.protocol)
    ? null
    : 'must be an address like redis://host:6379 or rediss://host:6379'
})

/** 16 is far below any real key: it only tells a key from a slip such as a word. */
const key = z.string().regex(/^[\x21-\x7e]{16,512}$/, 'must be 16 to 512 printable characters without a space')

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a whole number from 0 to 65535')

const passphrase = textWith((text) => {
  const { length } = [...text.trim()]
  if (length < passphraseLimits.min || text.length > passphraseLimits.max) {
    return `must be a passphrase of ${passphraseLimits.min} to ${passphraseLimits.max} characters`
  }
  return /\p{Cc}/u.test(text) ? 'must be a passphrase of one line' : null
})

function environmentSchema(definition: ProxyDefinition) {
  return z.object({
    key: key.nullable().default(null),
    upstream: origin.default(definition.upstream),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/, 'must be one host name or address, without a port')
      .default('127.0.0.1'),
    PORT: port.default(4173),
    METRICS_PORT: port.nullable().default(null),
    PUBLIC_ORIGIN: publicOrigins.default([]),
    TRUST_NETWORK: z.literal(ownSignIn, `has one value only: ${ownSignIn}`).nullable().default(null),
    [passphraseVariables.manager]: passphrase.optional(),
    [passphraseVariables.rep]: passphrase.optional(),
    [passphraseVariables.executive]: passphrase.optional(),
    TLS_CERT: z.string().optional(),
    TLS_KEY: z.string().optional(),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: databaseUrl.nullable().default(null),
    REDIS_URL: redisUrl.nullable().default(null),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  })
}

/** Checks the whole environment at once. Empty values count as not set. */
export function readEnvironment(environment: NodeJS.ProcessEnv, definition: ProxyDefinition): EnvironmentRead {
  const present: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) if (value) present[name] = value
  const variables: Readonly<Record<string, string>> = {
    key: definition.keyVariable,
    upstream: definition.upstreamVariable,
  }
  const named = Object.entries(variables).map(([field, name]) => [field, present[name]])
  const parsed = environmentSchema(definition).safeParse({ ...present, ...Object.fromEntries(named) })
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => {
      const name = String(issue.path[0])
      return `${variables[name] ?? name}: ${issue.message}`
    }),
    ...networkFaults(present.HOST ?? '127.0.0.1', present),
    ...misplacedKeyFaults(present, definition.keyVariable),
  ]
  if (!parsed.success || faults.length > 0) return { ok: false, faults: [...new Set(faults)] }
  const { data } = parsed
  const passphrases: Partial<Record<Role, string>> = {}
  for (const role of roles) {
    const given = data[passphraseVariables[role]]
    if (given !== undefined) passphrases[role] = given
  }
  const hasSignIn = Object.keys(passphrases).length > 0
  return {
    ok: true,
    configuration: {
      key: data.key,
      baseUrl: data.upstream,
      host: data.HOST,
      port: data.PORT,
      metricsPort: data.METRICS_PORT,
      publicOrigins: data.PUBLIC_ORIGIN,
      openToNetwork: !isLoopback(data.HOST) && !hasSignIn,
      passphrases: hasSignIn ? passphrases : null,
      tls:
        data.TLS_CERT === undefined || data.TLS_KEY === undefined
          ? null
          : { certificate: data.TLS_CERT, key: data.TLS_KEY },
      dataDirectory: data.DATA_DIR,
      databaseUrl: data.DATABASE_URL,
      redisUrl: data.REDIS_URL,
      logLevel: data.LOG_LEVEL,
    },
  }
}

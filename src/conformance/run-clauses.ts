import { randomBytes } from 'node:crypto'
import { Api } from './api.ts'
import { type Clause, Mismatch, Unchecked } from './clause.ts'
import { politeClient, type World } from './polite-client.ts'

export interface RunOptions {
  /** Origin of the server. */
  readonly base: string
  readonly key: string
  readonly write: boolean
  /** Leaves out what the specification is silent about. */
  readonly documentedOnly: boolean
}

export type Verdict = { readonly kind: 'holds' } | { readonly kind: 'fails' | 'unchecked'; readonly why: string }

export interface RunResult {
  readonly holds: number
  readonly fails: number
  readonly unchecked: number
  readonly calls: number
}

/** Checks clause by clause and tells of each as it ends. No line holds the key. */
export async function runClauses(
  clauses: readonly Clause[],
  options: RunOptions,
  world: World,
  say: (line: string) => void,
): Promise<RunResult> {
  const tell = (line: string) => say(line.replaceAll(options.key, '…'))
  const client = politeClient(options.base, options.key, world, tell)
  const api = new Api(client, randomBytes(5).toString('hex'))
  const counts = { holds: 0, fails: 0, unchecked: 0 }
  for (const clause of clauses) {
    if (options.documentedOnly && clause.from === 'pinned') continue
    const verdict = clause.writes && !options.write ? notWritten : await judge(clause, api)
    counts[verdict.kind] += 1
    const word = { holds: 'ok        ', fails: 'FAILS     ', unchecked: 'unchecked ' }[verdict.kind]
    const silence = clause.from === 'pinned' ? ' (the specification is silent)' : ''
    tell(`${word}${clause.says}${silence}${verdict.kind === 'holds' ? '' : `: ${verdict.why}`}`)
  }
  return { ...counts, calls: api.seen.length }
}

const notWritten: Verdict = { kind: 'unchecked', why: 'it writes; see --write' }

/** A read that fails is looked at once more: a workspace moves while it is looked at. */
async function judge(clause: Clause, api: Api): Promise<Verdict> {
  const first = await attempt(clause, api)
  if (first.kind !== 'fails' || clause.writes) return first
  api.forget()
  return attempt(clause, api)
}

async function attempt(clause: Clause, api: Api): Promise<Verdict> {
  try {
    await clause.check(api)
    return { kind: 'holds' }
  } catch (error) {
    if (error instanceof Unchecked) return { kind: 'unchecked', why: error.message }
    if (error instanceof Mismatch) return { kind: 'fails', why: error.message }
    // An answer of a form that nobody thought of is the server's fault too.
    return { kind: 'fails', why: `the answer could not be read (${error instanceof Error ? error.name : 'error'})` }
  }
}

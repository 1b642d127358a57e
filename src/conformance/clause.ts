import type { Api } from './api.ts'

/**
 * One thing that the specification says. `document`: it says so in words or by its examples. `pinned`: it is silent, and
 * this is what the sandbox does (CONTRIBUTING.md); another server may differ and still be right.
 */
export interface Clause {
  readonly says: string
  readonly from: 'document' | 'pinned'
  /** Leaves something behind in the workspace. */
  readonly writes: boolean
  check(api: Api): Promise<void>
}

/** The server does something else than the clause says. */
export class Mismatch extends Error {}

/** The clause could not be tried, for a reason that is not the server's fault. */
export class Unchecked extends Error {}

export function documented(says: string, check: Clause['check']): Clause {
  return { says, from: 'document', writes: false, check }
}

export function pinned(says: string, check: Clause['check']): Clause {
  return { says, from: 'pinned', writes: false, check }
}

/** The same clause, only checked where writing is allowed. */
export function writing(clause: Clause): Clause {
  return { ...clause, writes: true }
}

export function demand(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Mismatch(otherwise)
}

/** For what a workspace may happen not to hold. */
export function need<T>(value: T | null | undefined, otherwise: string): T {
  if (value === null || value === undefined) throw new Unchecked(otherwise)
  return value
}

/** Compares as JSON; the values stand in the message only where they are figures or short words of the API. */
export function demandEqual(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (a !== b) throw new Mismatch(`${what}: ${short(a)} instead of ${short(b)}`)
}

function short(json: string | undefined): string {
  const text = json ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

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
export declare class Mismatch extends Error {}
/** The clause could not be tried, for a reason that is not the server's fault. */
export declare class Unchecked extends Error {}
export declare function documented(says: string, check: Clause['check']): Clause
export declare function pinned(says: string, check: Clause['check']): Clause
/** The same clause, only checked where writing is allowed. */
export declare function writing(clause: Clause): Clause
export declare function demand(isSo: boolean, otherwise: string): asserts isSo
/** For what a workspace may happen not to hold. */
export declare function need<T>(value: T | null | undefined, otherwise: string): T
/** Compares as JSON; the values stand in the message only where they are figures or short words of the API. */
export declare function demandEqual(actual: unknown, expected: unknown, what: string): void

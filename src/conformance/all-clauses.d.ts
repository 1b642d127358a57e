import type { Clause } from './clause.ts'
/** In the order they are checked: reads, writes, and what held in every answer. */
export declare const allClauses: readonly Clause[]

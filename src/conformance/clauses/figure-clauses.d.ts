import { type Clause } from '../clause.ts'
/** Each about one answer; `agreement-clauses.ts` compares answers. */
export declare const figureClauses: readonly Clause[]

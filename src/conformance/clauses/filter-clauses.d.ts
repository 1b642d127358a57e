import { type Clause } from '../clause.ts'
export declare const filterClauses: readonly Clause[]

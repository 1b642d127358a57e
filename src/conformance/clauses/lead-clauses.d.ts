import { type Clause } from '../clause.ts'
export declare const leadClauses: readonly Clause[]

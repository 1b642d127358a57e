import { type Clause } from '../clause.ts'
export declare const listClauses: readonly Clause[]

import { type Clause } from '../clause.ts'
export declare const writeClauses: readonly Clause[]

import { type Clause } from '../clause.ts'
export declare const accessClauses: readonly Clause[]

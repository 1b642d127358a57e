import { type Clause } from '../clause.ts'
export declare const workspaceClauses: readonly Clause[]

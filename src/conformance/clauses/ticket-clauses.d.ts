import { type Clause } from '../clause.ts'
export declare const ticketClauses: readonly Clause[]

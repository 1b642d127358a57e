import { type Clause } from '../clause.ts'
/** Bodies that a server has to refuse. One that does not leaves a lead or a ticket behind. */
export declare const refusalClauses: readonly Clause[]

import { type Clause } from '../clause.ts'
/** Answers that must agree with each other, as the specification's own examples do. */
export declare const agreementClauses: readonly Clause[]

import { type Clause } from '../clause.ts'
/** What held in every answer of the run: these come last. */
export declare const answerClauses: readonly Clause[]

import type { Clause } from './clause.ts'
import { accessClauses } from './clauses/access-clauses.ts'
import { agreementClauses } from './clauses/agreement-clauses.ts'
import { answerClauses } from './clauses/answer-clauses.ts'
import { figureClauses } from './clauses/figure-clauses.ts'
import { filterClauses } from './clauses/filter-clauses.ts'
import { leadClauses } from './clauses/lead-clauses.ts'
import { listClauses } from './clauses/list-clauses.ts'
import { refusalClauses } from './clauses/refusal-clauses.ts'
import { ticketClauses } from './clauses/ticket-clauses.ts'
import { workspaceClauses } from './clauses/workspace-clauses.ts'
import { writeClauses } from './clauses/write-clauses.ts'

/** In the order they are checked: reads, writes, and what held in every answer. */
export const allClauses: readonly Clause[] = [
  ...accessClauses,
  ...workspaceClauses,
  ...listClauses,
  ...filterClauses,
  ...leadClauses,
  ...figureClauses,
  ...agreementClauses,
  ...refusalClauses,
  ...writeClauses,
  ...ticketClauses,
  ...answerClauses,
]

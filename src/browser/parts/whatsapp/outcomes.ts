import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'

export const outcomes = ['no-reply', 'replied', 'interested', 'not-going'] as const
export type Outcome = (typeof outcomes)[number]

const statusOf = {
  'no-reply': 'contacted',
  replied: 'responded',
  interested: 'qualified',
  'not-going': 'lost',
} as const satisfies Record<Outcome, LeadStatus>

/** What an outcome does to a lead: sets a status, or only notes it, because the lead is that far already. */
export interface OutcomeStep {
  readonly outcome: Outcome
  /** null: a note, the status stays. */
  readonly status: LeadStatus | null
}

/**
 * The outcomes that make sense for a lead. None sets a status back: a proposal that got no reply stays a proposal. Who has
 * bought or turned away is not asked whether it comes to nothing; who turned away and answers again is taken up again.
 */
export function outcomeSteps(status: string | null | undefined): readonly OutcomeStep[] {
  const isClosed = status === 'won' || status === 'lost'
  return outcomes
    .filter((outcome) => outcome !== 'not-going' || !isClosed)
    .map((outcome) => ({ outcome, status: isAhead(statusOf[outcome], status) ? statusOf[outcome] : null }))
}

function isAhead(target: LeadStatus, status: string | null | undefined): boolean {
  if (target === 'lost') return true
  if (status === 'lost') return target !== 'contacted'
  return rankOf(target) > rankOf(status)
}

/** A status nobody listed counts as the beginning. */
function rankOf(status: string | null | undefined): number {
  const known: readonly string[] = leadStatuses
  return status == null ? -1 : known.indexOf(status)
}

import type { LeadStatus } from '#contract/vocabularies.ts'
import type { Lane, RingShape } from '#ui/stage-ring.tsx'

interface Stage {
  readonly shape: RingShape
  readonly lane: Lane
}

const part = (eighths: number): RingShape => ({ kind: 'part', eighths })

/** The ring fills by eighths from New (empty) to Invoice; its colour is the lane, not the status. */
const stages: Readonly<Record<LeadStatus, Stage>> = {
  pageview: { shape: { kind: 'dashed' }, lane: 'inbox' },
  new: { shape: part(0), lane: 'inbox' },
  contacted: { shape: part(1), lane: 'working' },
  responded: { shape: part(2), lane: 'working' },
  qualified: { shape: part(3), lane: 'qualified' },
  hot: { shape: part(4), lane: 'qualified' },
  proposal: { shape: part(5), lane: 'closing' },
  negotiation: { shape: part(6), lane: 'closing' },
  invoice: { shape: part(7), lane: 'closing' },
  won: { shape: { kind: 'tick' }, lane: 'won' },
  lost: { shape: { kind: 'struck' }, lane: 'inbox' },
}

const unknownStage: Stage = { shape: { kind: 'dashed' }, lane: 'inbox' }

/** How a status is drawn; one nobody listed is dashed. */
export function stageOf(status: string | null | undefined): Stage {
  return status != null && Object.hasOwn(stages, status) ? stages[status as LeadStatus] : unknownStage
}

import { pathId } from '#contract/text-schemas.ts'
import type { Log, WriteOutcome } from '../log-line.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'

/** Writes the one audit line of a write: which lead, which field names, how it ended (safety S37). */
export type Audit = (outcome: WriteOutcome, answer?: UpstreamAnswer, leadId?: unknown) => void

export function auditOf(log: Log, requestId: string, fields: readonly string[], knownLeadId?: string): Audit {
  return (outcome, answer, leadId = knownLeadId) => {
    const id = pathId().safeParse(leadId)
    log({
      level: outcome === 'unknown' ? 'warn' : 'info',
      event: 'write',
      requestId,
      upstreamRequestId: answer?.headers['x-request-id'],
      status: answer?.status,
      outcome,
      leadId: id.success ? id.data : undefined,
      fields,
    })
  }
}

import { agentHeaders } from '#contract/headers.ts'
import { pathId } from '#contract/text-schemas.ts'
import type { Who } from '../access/who-of.ts'
import type { Log, WriteOutcome } from '../log-line.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'

/** Writes the one audit line of a write: who, which lead, which field names, how it ended (safety S37). */
export type Audit = (outcome: WriteOutcome, answer?: UpstreamAnswer, leadId?: unknown) => void

export function auditOf(
  log: Log,
  { requestId, who }: { readonly requestId: string; readonly who: Who },
  fields: readonly string[],
  knownLeadId?: string,
): Audit {
  return (outcome, answer, leadId = knownLeadId) => {
    const id = pathId().safeParse(leadId)
    log({
      level: outcome === 'unknown' ? 'warn' : 'info',
      event: 'write',
      requestId,
      ...who,
      upstreamRequestId: answer?.headers[agentHeaders.requestId],
      status: answer?.status,
      outcome,
      leadId: id.success ? id.data : undefined,
      fields,
    })
  }
}

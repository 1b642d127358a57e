import { BffError } from '../../own/bff-error.ts'
import type { LeadLocks } from '../../replicas/lead-locks.ts'
import { faultOfThrow } from '../write-fault.ts'
import { type BatchEnd, type BatchTools, sendBatch } from './send-batch.ts'
import type { LanePart } from './waiting-parts.ts'

/** Milliseconds after which a lead that another replica writes is tried again. */
const lockedForMs = 500

/** Sends a batch while no other replica writes the same lead; where one does, the batch waits as for a budget. */
export async function sendAlone(
  tools: BatchTools & { readonly locks?: LeadLocks | undefined },
  leadId: string,
  parts: readonly LanePart[],
): Promise<BatchEnd> {
  const { locks } = tools
  if (locks === undefined) return sendBatch(tools, leadId, parts)
  const giveBack = await locks.take(leadId)
  if (giveBack === false) {
    const fault = faultOfThrow(new BffError('BUSY', 'Another change of this lead is on its way'))
    return { kind: 'unsent', waitMs: lockedForMs, lastly: { state: 'not-sent', fault } }
  }
  try {
    return await sendBatch(tools, leadId, parts)
  } finally {
    void giveBack()
  }
}

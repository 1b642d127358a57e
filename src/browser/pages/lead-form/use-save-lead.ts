import { useState } from 'react'
import { useCreateLead } from '#queries/create-lead.ts'
import { toFailedCall } from '#queries/failed-call.ts'
import { mayHaveActed } from '#queries/failure.ts'
import { mintWriteId } from '#queries/mint-write-id.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import type { Job } from './form-job.ts'
import type { Sent } from './kept-draft.ts'
import { endOfChange, type SaveEnd } from './save-end.ts'
import { useChangeEnd } from './use-change-end.ts'
import { useMounted } from './use-mounted.ts'

/** A save without an answer that is being looked for. */
export interface Checking {
  /** Epoch milliseconds of the next look; null where that is not known. */
  readonly dueAt: number | null
}

interface SaveLead {
  readonly send: (job: Job) => Promise<SaveEnd>
  readonly checking: Checking | null
}

/**
 * Sends a form: a new lead under an id of ours, or a change by the write book. `id` is the edited lead's, null for a new one;
 * `keep` is told what a later look-up needs before anything leaves.
 */
export function useSaveLead(id: string | null, keep: (job: Job, sent: Sent | null) => void): SaveLead {
  const create = useCreateLead()
  const { change, dismiss } = useWriteActions()
  const { endOf, checking: checkingChange } = useChangeEnd(id ?? '')
  const [checkingCreate, setCheckingCreate] = useState<Checking | null>(null)
  const isMounted = useMounted()

  async function sendNew(job: Job): Promise<SaveEnd> {
    const { changes } = job
    const externalRef = changes.externalRef ?? null
    const sent: Sent = { writeId: mintWriteId(), externalRef, sentAt: Date.now() }
    keep(job, sent)
    try {
      const lead = await create(
        { firstName: '', ...changes },
        {
          writeId: sent.writeId ?? '',
          onChecking: (dueInMs) => setCheckingCreate({ dueAt: dueInMs === null ? null : Date.now() + dueInMs }),
        },
      )
      return { kind: 'saved', lead }
    } catch (error) {
      const failure = toFailedCall(error).failure
      return mayHaveActed(failure) ? { kind: 'unknown', sent } : { kind: 'failed', failure }
    } finally {
      setCheckingCreate(null)
    }
  }

  async function sendChange({
    from,
    changes,
    note,
  }: Job & { readonly from: NonNullable<Job['from']> }): Promise<SaveEnd> {
    const write = await endOf(await change(from, changes, note))
    const end = endOfChange(write)
    // What did not end well stays in the form; where that is gone, the list of changes is its place.
    const isOpen = end.kind === 'failed' || end.kind === 'unknown'
    if (isOpen && isMounted()) dismiss(write.id)
    return end
  }

  return {
    send: (job) => (job.from === null ? sendNew(job) : sendChange({ ...job, from: job.from })),
    checking: checkingCreate ?? checkingChange,
  }
}

import type { Lead, LeadChanges } from '#contract/lead.ts'
import { useCreateLead } from '#queries/create-lead.ts'
import { FailedCall } from '#queries/failed-call.ts'
import { useWriteActions } from '#queries/own-writes.ts'

/** Sends a form: a new lead, or the changes to one together with what was seen of the changed fields. */
export function useSaveLead(): {
  readonly create: (changes: LeadChanges, externalRef: string | null) => Promise<Lead>
  readonly update: (seen: Lead, changes: LeadChanges) => Promise<Lead>
} {
  const create = useCreateLead()
  const { change, dismiss } = useWriteActions()
  return {
    create: (changes, externalRef) => {
      const reference = externalRef === null ? {} : { externalRef }
      return create({ firstName: '', ...reference, ...changes })
    },
    update: async (seen, changes) => {
      const write = await change(seen, changes)
      if (write.endedAt === null || write.failure === null) return { ...seen, ...changes }
      // From here on the form has it.
      dismiss(write.id)
      throw new FailedCall(write.failure, undefined)
    },
  }
}

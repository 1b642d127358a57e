import type { Lead, LeadChanges } from '#contract/lead.ts'
import { useCreateLead } from '#queries/create-lead.ts'
import { useUpdateLead } from '#queries/update-lead.ts'

/** Sends a form: a new lead, or the changes to one together with what was seen of the changed fields. */
export function useSaveLead(): {
  readonly create: (changes: LeadChanges, externalRef: string | null) => Promise<Lead>
  readonly update: (seen: Lead, changes: LeadChanges) => Promise<Lead>
} {
  const creating = useCreateLead()
  const updating = useUpdateLead()
  return {
    create: async (changes, externalRef) => {
      const reference = externalRef === null ? {} : { externalRef }
      const { lead } = await creating.mutateAsync({ firstName: '', ...reference, ...changes })
      return lead
    },
    update: async (seen, changes) => {
      const values = Object.fromEntries(Object.keys(changes).map((field) => [field, seen[field as keyof Lead] ?? null]))
      const base = { updatedAt: seen.updatedAt ?? null, values }
      const { lead } = await updating.mutateAsync({ id: seen.id, base, changes })
      return lead
    },
  }
}

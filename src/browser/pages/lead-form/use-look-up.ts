import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { changesOf, fromDraft, toDraft } from '#parts/lead/lead-draft.ts'
import { FailedCall, toFailedCall } from '#queries/failed-call.ts'
import type { Failure } from '#queries/failure.ts'
import { useFindLead } from '#queries/find-lead.ts'
import { useRecoverCreation } from '#queries/recover-creation.ts'
import { currentLocale } from '#words/locale.ts'
import type { Sent } from './kept-draft.ts'
import type { LeadFormState } from './use-lead-form.ts'

interface LookUp {
  /** The lead where it holds what was sent; `absent` where it is not there now. */
  readonly lookUp: (sent: Sent) => Promise<Lead | 'absent' | 'failed'>
  readonly isLooking: boolean
  /** Why the last look saw nothing. */
  readonly failure: Failure | null
}

/** Looks what became of a save without an answer: the proxy is asked first, then the lead itself is read. */
export function useLookUp(state: LeadFormState): LookUp {
  const find = useFindLead()
  const { recover } = useRecoverCreation()
  const [isLooking, setLooking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { seen, values } = state

  async function lookForEdit(id: string): Promise<Lead | 'absent'> {
    const found = await find.mutateAsync({ id })
    return found !== null && holdsChanges(found, state) ? found : 'absent'
  }

  async function lookForNew({ writeId, externalRef, sentAt }: Sent): Promise<Lead | 'absent'> {
    const { firstName = '', ...filled } = fromDraft(values)
    if (externalRef === null) return 'absent'
    const lead = { ...filled, firstName, externalRef }
    if (writeId === null) return (await find.mutateAsync({ ...lead, sentAt })) ?? 'absent'
    try {
      const end = await recover({ writeId, sentAt, lead })
      return typeof end === 'string' ? 'absent' : end.lead
    } catch (error) {
      // The proxy has looked for it and gave up; a search may show it by now.
      if (!(error instanceof FailedCall) || error.failure.kind !== 'unknown-outcome') throw error
      return (await find.mutateAsync({ ...lead, sentAt })) ?? 'absent'
    }
  }

  return {
    isLooking,
    failure,
    lookUp: async (sent) => {
      setLooking(true)
      setFailure(null)
      try {
        return await (seen === null ? lookForNew(sent) : lookForEdit(seen.id))
      } catch (error) {
        setFailure(toFailedCall(error).failure)
        return 'failed'
      } finally {
        setLooking(false)
      }
    },
  }
}

/** True where the lead as it is now holds everything that was sent. */
function holdsChanges(found: Lead, { start, values }: LeadFormState): boolean {
  const changes = changesOf(start, values)
  const now = changesOf(toDraft(found, currentLocale()), values)
  // The API never shows the external reference: it can prove nothing either way.
  return Object.keys(changes).every((field) => field === 'externalRef' || !Object.hasOwn(now, field))
}

import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { changesOf, fromDraft, toDraft } from '#parts/lead/lead-draft.ts'
import { useFindLead } from '#queries/find-lead.ts'
import { Button } from '#ui/button.tsx'
import { currentLocale } from '#words/locale.ts'
import * as m from '#words/m.ts'
import type { KeptDraft } from './kept-draft.ts'
import type { LeadFormState } from './use-lead-form.ts'

interface UnknownOutcomeProps {
  readonly state: LeadFormState
  readonly sent: NonNullable<KeptDraft['sent']>
}

/** A save was sent and no answer came. Nothing is sent again before somebody looked whether it arrived. */
export function UnknownOutcome({ state, sent }: UnknownOutcomeProps) {
  const find = useFindLead()
  const [isAbsent, setAbsent] = useState(false)
  const { seen } = state

  async function check() {
    const { externalRef } = sent
    const { firstName, phone, email } = fromDraft(state.values)
    const by = seen !== null ? { id: seen.id } : externalRef !== null ? { externalRef, firstName, phone, email } : null
    const found = by === null ? null : await find.mutateAsync(by).catch(() => undefined)
    if (found === undefined) return
    const isThere = found !== null && (seen === null || holdsChanges(found, state))
    if (isThere) return state.settleUnknown(found)
    setAbsent(true)
  }

  return (
    <div role="alert" className="flex flex-col items-start gap-2 rounded bg-warn-soft p-4">
      <p className="max-w-prose font-medium text-warn">
        {isAbsent ? m.lead_form_check_absent() : m.lead_form_unknown()}
      </p>
      {find.error !== null && <FailureFace failure={find.error.failure} />}
      <div className="flex flex-wrap gap-2">
        <Button disabled={find.isPending} onClick={() => void check()}>
          {find.isPending ? m.lead_form_checking() : m.lead_form_check()}
        </Button>
        {isAbsent && (
          <Button look="primary" onClick={() => state.settleUnknown(null)}>
            {m.lead_form_save_again()}
          </Button>
        )}
      </div>
    </div>
  )
}

/** True where the lead as it is now holds everything that was sent. */
function holdsChanges(found: Lead, { start, values }: LeadFormState): boolean {
  const changes = changesOf(start, values)
  const now = changesOf(toDraft(found, currentLocale()), values)
  // The API never shows the external reference: it can prove nothing either way.
  return Object.keys(changes).every((field) => field === 'externalRef' || !Object.hasOwn(now, field))
}

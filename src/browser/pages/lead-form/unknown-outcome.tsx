import { useEffect, useEffectEvent, useState } from 'react'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import type { Sent } from './kept-draft.ts'
import type { LeadFormState } from './use-lead-form.ts'
import { useLookUp } from './use-look-up.ts'

interface UnknownOutcomeProps {
  readonly state: LeadFormState
  readonly sent: Sent
}

/** A save was sent and no answer came. It is looked for at once; nothing is sent again before a person says so. */
export function UnknownOutcome({ state, sent }: UnknownOutcomeProps) {
  const { lookUp, isLooking, failure } = useLookUp(state)
  const [isAbsent, setAbsent] = useState(false)

  async function check() {
    const found = await lookUp(sent)
    if (found === 'failed') return
    if (found !== 'absent') return state.settleUnknown(found)
    setAbsent(true)
  }
  const checkAtOnce = useEffectEvent(() => void check())
  useEffect(() => checkAtOnce(), [])

  return (
    <div role="alert" className="flex flex-col items-start gap-2 rounded bg-warn-soft p-4">
      <p className="max-w-prose font-medium text-warn">
        {isLooking ? m.lead_form_unknown() : isAbsent ? m.lead_form_check_absent() : m.lead_form_unknown_end()}
      </p>
      {failure !== null && !isLooking && <FailureFace failure={failure} />}
      <div className="flex flex-wrap gap-2">
        <Button disabled={isLooking} onClick={() => void check()}>
          {isLooking ? m.lead_form_checking() : m.lead_form_check()}
        </Button>
        {isAbsent && !isLooking && (
          <Button look="primary" onClick={() => state.settleUnknown(null)}>
            {m.lead_form_save_again()}
          </Button>
        )}
      </div>
    </div>
  )
}

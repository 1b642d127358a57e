import { useId, useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { StageRing } from '#ui/stage-ring.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { stageOf } from '../lead/status-stage.ts'
import { useNoteLine } from '../notes/use-note-line.ts'
import { QuestionDialog } from '../question-dialog.tsx'
import { eventLine } from './event-line.ts'
import { type LostReason, lostReasons, reasonNote, reasonWord } from './lost-reasons.ts'

interface LostDialogProps {
  readonly lead: Lead
  readonly onClose: () => void
}

/** Lost asks for a reason, which goes into the notes in the same write. */
export function LostDialog({ lead, onClose }: LostDialogProps) {
  const { change } = useWriteActions()
  const noteLine = useNoteLine()
  const [reason, setReason] = useState<LostReason>()
  const [isFaulty, setFaulty] = useState(false)
  const faultId = useId()
  const answer = () => {
    if (reason === undefined) return setFaulty(true)
    onClose()
    void change(lead, { status: 'lost' }, noteLine(reasonNote(reason)))
  }
  const { shape, lane } = stageOf('lost')
  return (
    <QuestionDialog
      title={m.status_lost_title()}
      mark={<StageRing shape={shape} lane={lane} />}
      doText={m.status_lost_do()}
      onAnswer={answer}
      onClose={onClose}
    >
      <p className="-mt-3 text-ink-2">
        {m.status_lost_about({ name: leadName(lead), event: eventLine('lost', lead.adPlatform) })}
      </p>
      <fieldset aria-describedby={isFaulty ? faultId : undefined} className="grid grid-cols-2 gap-2">
        <legend className="sr-only">{m.status_lost_title()}</legend>
        {lostReasons.map((each, index) => (
          <label
            key={each}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded border border-line-control px-3 py-1.5 font-medium hover:bg-sunken has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="reason"
              value={each}
              data-first-focus={index === 0 ? '' : undefined}
              className="size-4 shrink-0 accent-ink outline-none"
              checked={each === reason}
              onChange={() => {
                setReason(each)
                setFaulty(false)
              }}
            />
            {reasonWord(each)}
          </label>
        ))}
      </fieldset>
      <div role="alert" id={faultId} className="text-xs text-bad empty:hidden">
        {isFaulty && m.status_lost_fault()}
      </div>
    </QuestionDialog>
  )
}

import { useState } from 'react'
import { type Lead, leadChanges } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { QuestionDialog } from '../question-dialog.tsx'

interface MemberIdDialogProps {
  readonly lead: Lead
  readonly onClose: () => void
}

/** Gives a lead to a member nobody has met here yet, by a pasted id: the API cannot list members. */
export function MemberIdDialog({ lead, onClose }: MemberIdDialogProps) {
  const { change } = useWriteActions()
  const [typed, setTyped] = useState('')
  const [isFaulty, setFaulty] = useState(false)
  const answer = () => {
    const assignedTo = typed.trim()
    if (!leadChanges.safeParse({ assignedTo }).success) return setFaulty(true)
    onClose()
    if (assignedTo !== lead.assignedTo) void change(lead, { assignedTo })
  }
  return (
    <QuestionDialog title={m.status_assign_by_id()} doText={m.save()} onAnswer={answer} onClose={onClose}>
      <Field label={m.lead_form_member_id()} error={isFaulty ? m.lead_form_fault_uuid() : undefined}>
        {(wiring) => (
          <TextInput
            {...wiring}
            data-first-focus=""
            placeholder="0190c2f4-…"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setFaulty(false)
            }}
          />
        )}
      </Field>
    </QuestionDialog>
  )
}

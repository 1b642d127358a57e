import { type FormEvent, useState } from 'react'
import { type Lead, leadChanges } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'

interface MemberIdDialogProps {
  readonly lead: Lead
  readonly onClose: () => void
}

/** Gives a lead to a member nobody has met here yet, by a pasted id: the API cannot list members. */
export function MemberIdDialog({ lead, onClose }: MemberIdDialogProps) {
  const { change } = useWriteActions()
  const [typed, setTyped] = useState('')
  const [isFaulty, setFaulty] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const assignedTo = typed.trim()
    if (!leadChanges.safeParse({ assignedTo }).success) return setFaulty(true)
    onClose()
    if (assignedTo !== lead.assignedTo) void change(lead, { assignedTo })
  }
  return (
    <Dialog title={m.status_assign_by_id()} closeLabel={m.close()} onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
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
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit">
            {m.save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { FieldSave } from '../status/field-save.tsx'
import { AssigneeMenu } from './assignee-menu.tsx'
import { inPlaceClass } from './in-place-class.ts'
import { InPlaceMark } from './in-place-mark.tsx'
import { MemberMark, useMemberName } from './member-mark.tsx'

/** Whom a lead is given to, changed where it stands. */
export function InPlaceAssignee({ lead }: { readonly lead: Lead }) {
  const memberName = useMemberName()
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const name = memberName(lead.assignedTo)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      <button
        ref={setButton}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={inPlaceClass}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="sr-only">{fieldWord('assignedTo')}: </span>
        {name === '' ? m.unassigned() : <MemberMark name={name} />}
        <InPlaceMark />
      </button>
      {isOpen && <AssigneeMenu lead={lead} anchor={button} onClose={() => setOpen(false)} />}
      <FieldSave leadId={lead.id} field="assignedTo" />
    </span>
  )
}

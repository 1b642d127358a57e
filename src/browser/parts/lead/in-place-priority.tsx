import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { MenuButton } from '#ui/menu-button.tsx'
import * as m from '#words/m.ts'
import { fieldWord, priorityWord } from '#words/vocabulary-words.ts'
import { FieldSave } from '../status/field-save.tsx'
import { inPlaceClass } from './in-place-class.ts'
import { InPlaceMark } from './in-place-mark.tsx'
import { PriorityBadge } from './priority-badge.tsx'
import { pickedPriority, priorityItems } from './priority-items.tsx'

/** A lead's priority, changed where it stands. */
export function InPlacePriority({ lead }: { readonly lead: Lead }) {
  const { change } = useWriteActions()
  const isLoud = lead.priority === 'high' || lead.priority === 'urgent'
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      <MenuButton
        label={fieldWord('priority')}
        items={priorityItems(lead)}
        className={inPlaceClass}
        onPick={(id) => {
          const changes = pickedPriority(lead, id)
          if (changes !== null) void change(lead, changes)
        }}
      >
        <span className="sr-only">{fieldWord('priority')}: </span>
        {isLoud ? <PriorityBadge priority={lead.priority} /> : priorityWord(lead.priority) || m.lead_form_none()}
        <InPlaceMark />
      </MenuButton>
      <FieldSave leadId={lead.id} field="priority" />
    </span>
  )
}

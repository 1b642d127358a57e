import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Menu } from '#ui/menu.tsx'
import { fieldWord } from '#words/vocabulary-words.ts'
import { pickedPriority, priorityItems } from './priority-items.tsx'

interface PriorityMenuProps {
  readonly lead: Lead
  readonly anchor: Element | null
  readonly onClose: () => void
}

/** Sets a lead's priority. */
export function PriorityMenu({ lead, anchor, onClose }: PriorityMenuProps) {
  const { change } = useWriteActions()
  return (
    <Menu
      label={fieldWord('priority')}
      items={priorityItems(lead)}
      anchor={anchor}
      onClose={onClose}
      onPick={(id) => {
        const changes = pickedPriority(lead, id)
        if (changes !== null) void change(lead, changes)
      }}
    />
  )
}

import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Menu } from '#ui/menu.tsx'
import type { MenuItem } from '#ui/menu-choice.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { useMe } from '../me/use-me.ts'
import { ask } from '../status/asked.ts'
import { useMemberChoices } from './member-choices.ts'
import { MemberMark } from './member-mark.tsx'

const nobody = ''
const byId = 'by-id'

interface AssigneeMenuProps {
  readonly lead: Lead
  readonly anchor: Element | null
  readonly onClose: () => void
}

/** Gives a lead to one of the members seen so far, whoever is at this browser first, to nobody, or to any by an id. */
export function AssigneeMenu({ lead, anchor, onClose }: AssigneeMenuProps) {
  const { change } = useWriteActions()
  const items = useAssigneeItems(lead)
  return (
    <Menu
      label={fieldWord('assignedTo')}
      items={items}
      anchor={anchor}
      onClose={onClose}
      onPick={(id) => {
        if (id === byId) ask('member-id', lead)
        else if (id !== (lead.assignedTo ?? nobody)) void change(lead, { assignedTo: id === nobody ? null : id })
      }}
    />
  )
}

function useAssigneeItems(lead: Lead): readonly MenuItem[] {
  const me = useMe()
  const members = useMemberChoices(lead.assignedTo ?? null)
  const mine = members.filter((member) => member.id === me.id)
  const others = members.filter((member) => member.id !== me.id)
  const items = [...mine, ...others].map(({ id, name }) => ({
    id,
    text: name,
    content: <MemberMark name={name} />,
    hint: id === me.id ? m.status_me() : undefined,
    isChecked: id === lead.assignedTo,
  }))
  return [
    ...items,
    { id: nobody, text: m.unassigned(), isChecked: lead.assignedTo === null || lead.assignedTo === '' },
    { id: byId, text: m.lead_form_member_paste() },
  ]
}

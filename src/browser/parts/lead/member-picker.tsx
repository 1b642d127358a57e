import { useState } from 'react'
import type { FieldWiring } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { useMe } from '../me/use-me.ts'
import { useMemberChoices } from './member-choices.ts'

interface MemberPickerProps {
  readonly wiring: FieldWiring
  /** A member's id, '' for nobody. */
  readonly value: string
  readonly onChange: (id: string) => void
  readonly onBlur?: () => void
}

const paste = 'paste'

/** Picks one of the members seen so far, nobody, or any by a pasted id: the API cannot list members. */
export function MemberPicker({ wiring, value, onChange, onBlur }: MemberPickerProps) {
  const [isPasting, setPasting] = useState(false)
  const me = useMe()
  // Oneself first: that is whom one picks most.
  const members = useMemberChoices(isPasting ? null : value).toSorted(
    (a, b) => Number(b.id === me.id) - Number(a.id === me.id),
  )
  return (
    <div className="flex flex-col gap-2">
      <Select
        {...wiring}
        id={wiring.id}
        value={isPasting ? paste : value}
        onBlur={onBlur}
        onChange={(event) => {
          const choice = event.target.value
          setPasting(choice === paste)
          onChange(choice === paste ? '' : choice)
        }}
      >
        <option value="">{m.unassigned()}</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.id === me.id ? m.lead_form_member_you({ name: member.name }) : member.name}
          </option>
        ))}
        <option value={paste}>{m.lead_form_member_paste()}</option>
      </Select>
      {isPasting && (
        <TextInput
          aria-label={m.lead_form_member_id()}
          aria-invalid={wiring['aria-invalid']}
          aria-describedby={wiring['aria-describedby']}
          placeholder="0190c2f4-…"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={value}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value.trim())}
        />
      )}
    </div>
  )
}

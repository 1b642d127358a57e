import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select, TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { useMemberChoices } from '../lead/member-choices.ts'
import { isMemberId } from './filter-codec.ts'
import { filterWord } from './filter-words.ts'

interface FilterAssigneeProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

const other = 'other'

/** Members seen so far, or any other by the id that Konektor shows. */
export function FilterAssignee({ value, onChange }: FilterAssigneeProps) {
  const members = useMemberChoices(value)
  const [isPasting, setPasting] = useState(false)
  return (
    <>
      <Field label={filterWord('assignedTo')} hint={m.leads_filter_no_unassigned()}>
        {(wiring) => (
          <Select
            {...wiring}
            value={isPasting ? other : (value ?? '')}
            onChange={(event) => {
              setPasting(event.target.value === other)
              if (event.target.value !== other) onChange(event.target.value === '' ? null : event.target.value)
            }}
          >
            <option value="">{m.leads_filter_any()}</option>
            {members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
            <option value={other}>{m.leads_filter_member_other()}</option>
          </Select>
        )}
      </Field>
      {isPasting && (
        <PastedMember
          onApply={(id) => {
            setPasting(false)
            onChange(id)
          }}
        />
      )}
    </>
  )
}

function PastedMember({ onApply }: { readonly onApply: (id: string) => void }) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const id = text.trim()
        if (isMemberId(id)) onApply(id)
        else setError(m.leads_filter_member_wrong())
      }}
    >
      <Field label={m.leads_filter_member_id()} error={error}>
        {(wiring) => (
          <TextInput
            {...wiring}
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value)
              setError(undefined)
            }}
          />
        )}
      </Field>
      <Button type="submit">{m.period_apply()}</Button>
    </form>
  )
}

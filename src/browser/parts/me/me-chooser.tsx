import { useMembers } from '#queries/members.ts'
import { Select } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { useMemberName } from '../lead/member-mark.tsx'
import { useMe } from './use-me.ts'

interface MeChooserProps {
  /** id of its label or heading. */
  readonly labelledBy: string
  readonly onChosen?: () => void
}

/** Says which of the members is at this browser. Members without a name cannot sign anything, so they come last. */
export function MeChooser({ labelledBy, onChosen }: MeChooserProps) {
  const me = useMe()
  const { data: members } = useMembers()
  const nameOf = useMemberName()
  const known = (members ?? []).toSorted(
    (a, b) => Number(a.name === null) - Number(b.name === null) || nameOf(a.id).localeCompare(nameOf(b.id)),
  )
  const isForeign = me.id !== null && !known.some(({ id }) => id === me.id)
  return (
    <Select
      aria-labelledby={labelledBy}
      value={me.id ?? ''}
      onChange={(event) => {
        me.choose(event.target.value)
        if (event.target.value !== '') onChosen?.()
      }}
    >
      <option value="">{m.me_nobody()}</option>
      {isForeign && <option value={me.id}>{nameOf(me.id)}</option>}
      {known.map(({ id }) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </Select>
  )
}

import { useMembers } from '#queries/members.ts'
import { useMemberName } from './member-mark.tsx'

/** The members one can pick: those seen so far and the one taken already ('' or null: nobody), by name. */
export function useMemberChoices(current: string | null): readonly { readonly id: string; readonly name: string }[] {
  const { data } = useMembers()
  const nameOf = useMemberName()
  const ids = new Set((data ?? []).map((member) => member.id))
  if (current !== null && current !== '') ids.add(current)
  return [...ids].map((id) => ({ id, name: nameOf(id) })).sort((a, b) => a.name.localeCompare(b.name))
}

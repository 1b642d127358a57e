import { useMembers } from '#queries/members.ts'
import * as m from '#words/m.ts'

/** The name a member was given here; "Member 3f2a" for one without, '' for nobody. */
export function useMemberName(): (id: string | null | undefined) => string {
  const { data } = useMembers()
  return (id) => {
    if (id == null || id === '') return ''
    const name = data?.find((member) => member.id === id)?.name
    return name ?? m.member_unnamed({ short: id.slice(-4) })
  }
}

/** A member as initials and name. */
export function MemberMark({ name }: { readonly name: string }) {
  if (name === '') return null
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Initials name={name} />
      <span className="truncate">{name}</span>
    </span>
  )
}

/** A member where there is no room for the name, which is told on hover and to readers. */
export function MemberInitials({ name }: { readonly name: string }) {
  if (name === '') return null
  return (
    <span title={name} className="inline-flex">
      <Initials name={name} />
      <span className="sr-only">{name}</span>
    </span>
  )
}

function Initials({ name }: { readonly name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line bg-sunken text-xs tracking-tight font-semibold text-ink-2 uppercase"
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...name].slice(0, 2)
  return letters.join('')
}

import { useId, useState } from 'react'
import { type Member, memberNameLimit } from '#contract/member.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { MemberMark, useMemberName } from '#parts/lead/member-mark.tsx'
import { MeChooser } from '#parts/me/me-chooser.tsx'
import { useMe } from '#parts/me/use-me.ts'
import { announce } from '#parts/notice.tsx'
import { useMembers, useNameMember } from '#queries/members.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'

/** The members seen so far, each with the name given here: the API knows ids only. */
export function MemberList() {
  const view = useMembers()
  return (
    <Card title={m.workspace_members()}>
      <p className="-mt-2 mb-2 text-xs text-ink-3">{m.workspace_members_note()}</p>
      <AsyncView
        view={view}
        isEmpty={(members) => members.length === 0}
        empty={<p className="py-2 text-ink-3">{m.workspace_members_empty()}</p>}
      >
        {(members) => (
          <>
            <ul>
              {members.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </ul>
            <WhoIsMe />
          </>
        )}
      </AsyncView>
    </Card>
  )
}

/** Notes and messages carry a name: whose, this browser has to be told. */
function WhoIsMe() {
  const label = useId()
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-3">
      <div className="min-w-0">
        <p id={label} className="font-medium">
          {m.me_question()}
        </p>
        <p className="text-xs text-ink-3">{m.workspace_me_note()}</p>
      </div>
      <div className="w-48 max-md:w-full">
        <MeChooser labelledBy={label} />
      </div>
    </div>
  )
}

function MemberRow({ member }: { readonly member: Member }) {
  const nameOf = useMemberName()
  const me = useMe()
  const [isNaming, setNaming] = useState(false)
  const name = nameOf(member.id)
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      {isNaming ? (
        <NameForm member={member} shownName={name} onClose={() => setNaming(false)} />
      ) : (
        <div className="flex min-h-9 items-center gap-4">
          <span className={`min-w-0 flex-1 ${member.name === null ? 'text-ink-3' : ''}`}>
            <MemberMark name={name} />
          </span>
          {me.id === member.id && <span className="text-xs text-ink-3">{m.workspace_you()}</span>}
          <span className="tabular text-ink-3 max-md:hidden" title={member.id}>
            {shortId(member.id)}
          </span>
          <Button look="link" className="min-w-20 justify-end" onClick={() => setNaming(true)}>
            {member.name === null ? m.workspace_name_it() : m.workspace_rename()}
            <span className="sr-only"> {name}</span>
          </Button>
        </div>
      )}
    </li>
  )
}

interface NameFormProps {
  readonly member: Member
  readonly shownName: string
  readonly onClose: () => void
}

function NameForm({ member, shownName, onClose }: NameFormProps) {
  const naming = useNameMember()
  const [name, setName] = useState(member.name ?? '')
  const isTooLong = name.trim().length > memberNameLimit
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isTooLong || naming.isPending) return
        const given = name.trim()
        naming.mutate(
          { id: member.id, name: given },
          {
            onSuccess: () => {
              announce(given === '' ? m.workspace_name_gone() : m.workspace_named({ name: given }))
              onClose()
            },
          },
        )
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="flex items-center gap-2">
        <TextInput
          aria-label={m.workspace_name_of({ member: shownName })}
          aria-invalid={isTooLong || undefined}
          autoComplete="off"
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" look="primary">
          {m.save()}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </div>
      {isTooLong && (
        <p role="alert" className="text-xs text-bad">
          {m.workspace_name_long({ max: memberNameLimit })}
        </p>
      )}
      {naming.error !== null && <FailureFace failure={naming.error.failure} />}
    </form>
  )
}

/** The ends of an id, which is enough to tell members apart: 0190…a1f2. */
function shortId(id: string): string {
  return id.length > 10 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id
}

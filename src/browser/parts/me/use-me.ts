import { useMembers } from '#queries/members.ts'
import { useOwnSession } from '#queries/own-session.ts'
import { useChangeSession } from '#queries/session.ts'
import { usePreference, writePreference } from '../preference.ts'

const mePreference = 'me'
const putOff = 'later'

/** Which member is at this browser. An id only: the name is asked for each time (safety S18). */
export interface Me {
  /** null until somebody says. */
  readonly id: string | null
  /** Of who is signed in, else of the member; null where nobody said who it is, or the member has no name yet. */
  readonly name: string | null
  /** True where it was neither said nor put off: it may be asked, once. */
  readonly isUnasked: boolean
  readonly choose: (id: string) => void
  /** "Not now": it is not asked again; Workspace still offers it. */
  readonly putOff: () => void
}

/** Without sign-in this browser remembers it, with sign-in the session does, so that the next person here is somebody else. */
export function useMe(): Me {
  const kept = usePreference(mePreference)
  const { data: members } = useMembers()
  const session = useOwnSession()
  const { mutate } = useChangeSession()
  if (session?.signIn === 'required') {
    return {
      id: session.memberId,
      name: session.name,
      isUnasked: session.name !== null && session.memberId === null && kept !== putOff,
      choose: (next) => mutate({ memberId: next === '' ? null : next }),
      putOff: () => writePreference(mePreference, putOff),
    }
  }
  const id = kept === null || kept === putOff ? null : kept
  const name = members?.find((member) => member.id === id)?.name ?? null
  return {
    id,
    name: name === '' ? null : name,
    isUnasked: kept === null,
    choose: (next) => writePreference(mePreference, next === '' ? putOff : next),
    putOff: () => writePreference(mePreference, putOff),
  }
}

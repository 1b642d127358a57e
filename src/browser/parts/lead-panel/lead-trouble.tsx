import type { Lead, LeadField } from '#contract/lead.ts'
import { leadFields } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { useLeadWrites, useWriteActions } from '#queries/own-writes.ts'
import { ConflictList, type FieldConflict } from '../lead/conflict-list.tsx'
import { FailedWrite } from './failed-write.tsx'

interface LeadTroubleProps {
  readonly lead: Lead
  readonly editPath: string
}

/** What did not go well of a lead's own writes: conflicts to decide, failures with a way on, outcomes nobody knows. */
export function LeadTrouble({ lead, editPath }: LeadTroubleProps) {
  const writes = useLeadWrites(lead.id)
  const { resolve } = useWriteActions()
  const troubled = writes.filter((write) => isTroubled(write) && !isNoteAlone(write))
  if (troubled.length === 0) return null
  return (
    <div className="flex flex-col gap-3 px-5 pb-4">
      {troubled.map((write) => {
        const conflicts = conflictsOf(write)
        return conflicts.length > 0 ? (
          <ConflictList
            key={write.id}
            conflicts={conflicts}
            sparesTyping
            onKeepMine={(field) => resolve(write.id, field, 'mine')}
            onTakeTheirs={(field) => resolve(write.id, field, 'theirs')}
          />
        ) : (
          <FailedWrite key={write.id} write={write} editPath={editPath} />
        )
      })}
    </div>
  )
}

/** The same of notes, for the place where notes are written. */
export function NoteTrouble({ lead, editPath }: LeadTroubleProps) {
  const troubled = useLeadWrites(lead.id).filter((write) => isTroubled(write) && isNoteAlone(write))
  return troubled.map((write) => <FailedWrite key={write.id} write={write} editPath={editPath} />)
}

function isNoteAlone({ note, changes }: OwnWrite): boolean {
  return note !== null && Object.keys(changes).length === 0
}

function isTroubled(write: OwnWrite): boolean {
  const { state, isUnconfirmed } = write
  if (isUnconfirmed || state === 'conflict' || state === 'unknown' || state === 'checking') return true
  return (state === 'rejected' || state === 'not-sent') && !isToldAtField(write)
}

/** Fields that are edited in place say themselves why they were not saved, with the same ways on. */
const inPlace: readonly string[] = ['priority', 'assignedTo', 'estimatedValue', 'actualValue'] satisfies LeadField[]

function isToldAtField({ changes, note }: OwnWrite): boolean {
  return note === null && Object.keys(changes).every((field) => inPlace.includes(field))
}

/** The fields of a conflict, mine beside theirs. */
export function conflictsOf({ state, changes, base, failure }: OwnWrite): readonly FieldConflict[] {
  if (state !== 'conflict' || failure?.kind !== 'conflict') return []
  const { theirs } = failure
  return leadFields
    .filter((field: LeadField) => Object.hasOwn(theirs, field) && changes[field] !== undefined)
    .map((field) => ({ field, yours: changes[field], theirs: theirs[field], before: base.values[field] }))
}

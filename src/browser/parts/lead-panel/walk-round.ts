import type { OwnWrite } from '#queries/own-write.ts'

/** A round of work through a list: which leads were dealt with since the first of them was opened. */
export interface Round {
  /** Writes from before it began. */
  readonly before: ReadonlySet<string>
  /** Write id to lead id, of every write that makes its lead a done one. */
  readonly done: ReadonlyMap<string, string>
}

export function beginRound(writes: readonly OwnWrite[]): Round {
  return { before: new Set(writes.map(({ id }) => id)), done: new Map() }
}

/**
 * Takes in what became of the writes; the same round where nothing did. A write that nobody needs to hear of any more has
 * left the list of writes and stays done.
 */
export function followRound(round: Round, writes: readonly OwnWrite[]): Round {
  let done: Map<string, string> | null = null
  for (const write of writes) {
    if (round.before.has(write.id)) continue
    const counts = dealsWithLead(write)
    if (counts === round.done.has(write.id)) continue
    done ??= new Map(round.done)
    if (counts) done.set(write.id, write.leadId)
    else done.delete(write.id)
  }
  return done === null ? round : { ...round, done }
}

export function doneIdsOf(round: Round): ReadonlySet<string> {
  return new Set(round.done.values())
}

/** A status or a note that is saved or on its way; not one that was taken back or failed. */
function dealsWithLead({ changes, note, state, isUnconfirmed }: OwnWrite): boolean {
  if (isUnconfirmed) return false
  if (changes.status === undefined && note === null) return false
  switch (state) {
    case 'waiting':
    case 'held':
    case 'sending':
    case 'checking':
    case 'saved':
    case 'unchanged':
      return true
    default:
      return false
  }
}

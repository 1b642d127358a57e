import type { LeadChanges } from '#contract/lead.ts'
import type { LeadBase, WriteState } from '#contract/lead-write.ts'
import type { Failure } from './failure.ts'

/** One change of a lead made in this tab, from the moment it is made until nobody needs to hear of it any more. */
export interface OwnWrite {
  readonly id: string
  readonly leadId: string
  readonly base: LeadBase
  readonly changes: LeadChanges
  /** A whole line for the top of the notes; null for none. */
  readonly note: string | null
  /** Epoch milliseconds. */
  readonly madeAt: number
  /** Epoch milliseconds at which it was handed to the proxy last; null while it surely never was. */
  readonly sentAt: number | null
  /** `startedAt` of the proxy it was handed to, where that was known. */
  readonly sentTo: string | null
  /** `waiting`: not known to be with the proxy, because the answer is awaited, or this browser or the dashboard is offline. */
  readonly state: WriteState | 'waiting'
  /** Epoch milliseconds at which a held write leaves or a `checking` one is looked for; null otherwise. */
  readonly dueAt: number | null
  /** Epoch milliseconds; null while it is under way. */
  readonly endedAt: number | null
  /** Why it did not end well; beside `held`: why it could not be undone yet. Null otherwise. */
  readonly failure: Failure | null
  /** True where the proxy does not know it (any more), so that nobody knows what became of it: check, send, discard. */
  readonly isUnconfirmed: boolean
  /** Epoch milliseconds at which the lead was read and did not show it; null where nobody looked. */
  readonly checkedAt: number | null
  /** True from the moment somebody wants it back until it is, or has gone. */
  readonly isUndoing: boolean
  /** `updatedAt` of the lead as this write left it; null while it is not saved, or where the answer did not say. */
  readonly savedAs: string | null
}

/** How the newest write of a lead stands, as a row, a card or a field shows it. */
export type SaveState = 'held' | 'saving' | 'checking' | 'saved' | 'failed' | 'unknown'

export function saveStateOf({
  state,
  isUnconfirmed,
}: Pick<OwnWrite, 'state'> & { readonly isUnconfirmed?: boolean }): SaveState | null {
  if (isUnconfirmed === true) return 'unknown'
  switch (state) {
    case 'held':
      return 'held'
    case 'waiting':
    case 'sending':
      return 'saving'
    case 'checking':
      return 'checking'
    case 'saved':
    case 'unchanged':
      return 'saved'
    case 'unknown':
      return 'unknown'
    case 'conflict':
    case 'rejected':
    case 'not-sent':
      return 'failed'
    case 'undone':
    case 'replaced':
      return null
  }
}

/** True while a write may still change by itself. */
export function isUnderWay({ endedAt, isUnconfirmed }: Pick<OwnWrite, 'endedAt' | 'isUnconfirmed'>): boolean {
  return endedAt === null && !isUnconfirmed
}

/** True where nothing is left for a person to decide. */
export function endedWell({ state }: Pick<OwnWrite, 'state'>): boolean {
  return state === 'saved' || state === 'unchanged' || state === 'undone' || state === 'replaced'
}

/** True where nobody knows what became of it: reading the lead may tell. */
export function isDoubtful({ isUnconfirmed, state }: Pick<OwnWrite, 'isUnconfirmed' | 'state'>): boolean {
  return isUnconfirmed || state === 'unknown'
}

/**
 * True for what a form had changed together with a status, and that was taken back with it: typed input, a draft again. It is
 * kept in this tab until the form has it back.
 */
export function isDraftAgain({ state, changes }: Pick<OwnWrite, 'state' | 'changes'>): boolean {
  const others = Object.keys(changes).filter((field) => field !== 'status' && field !== 'actualValue')
  return state === 'undone' && changes.status !== undefined && others.length > 0
}

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
  /** `waiting`: not with the proxy yet, because this browser or the dashboard is offline. */
  readonly state: WriteState | 'waiting'
  /** Epoch milliseconds at which a held write leaves or a `checking` one is looked for; null otherwise. */
  readonly dueAt: number | null
  /** Epoch milliseconds; null while it is under way. */
  readonly endedAt: number | null
  /** Why it did not end well; null otherwise. */
  readonly failure: Failure | null
  /** True where it came back from a reload and nobody knows what became of it: check, send, discard. */
  readonly isUnconfirmed: boolean
}

/** How the newest write of a lead stands, as a row, a card or a field shows it. */
export type SaveState = 'held' | 'saving' | 'checking' | 'saved' | 'failed' | 'unknown'

export function saveStateOf({ state }: Pick<OwnWrite, 'state'>): SaveState | null {
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

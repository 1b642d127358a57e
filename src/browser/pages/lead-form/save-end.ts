import type { Lead } from '#contract/lead.ts'
import type { Failure } from '#queries/failure.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import type { Sent } from './kept-draft.ts'

/** A save that ended well. `held`: it waits for its grace or for a connection, and the list of waiting changes has it. */
export type Saved = { readonly kind: 'saved'; readonly lead: Lead | null } | { readonly kind: 'held' }

export type SaveEnd =
  | Saved
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly sent: Sent }

/** How the change of a lead ended for the form. */
export function endOfChange(write: Pick<OwnWrite, 'state' | 'failure' | 'sentAt' | 'isUnconfirmed'>): SaveEnd {
  const { state, failure, sentAt, isUnconfirmed } = write
  if (isUnconfirmed || state === 'unknown') {
    return { kind: 'unknown', sent: { writeId: null, externalRef: null, sentAt: sentAt ?? 0 } }
  }
  switch (state) {
    case 'saved':
    case 'unchanged':
      return { kind: 'saved', lead: null }
    case 'conflict':
    case 'rejected':
    case 'not-sent':
      return { kind: 'failed', failure: failure ?? { kind: 'other', message: state, requestId: null } }
    default:
      return { kind: 'held' }
  }
}

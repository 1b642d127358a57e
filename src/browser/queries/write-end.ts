import { HttpError } from '#api/http-error.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { BffErrorCode } from '#contract/error-codes.ts'
import type { LeadWrite } from '#contract/lead-write.ts'
import { FailedCall } from './failed-call.ts'
import { type Failure, toFailure } from './failure.ts'
import type { OwnWrite } from './own-write.ts'

/** An unforeseen fault of the proxy, which says nothing of how far it had come. */
const unforeseen: BffErrorCode = 'DASHBOARD_ERROR'

interface WriteEnd {
  readonly state: OwnWrite['state']
  readonly failure: Failure | null
}

/**
 * What an attempt without a good answer means for a write: it goes on waiting, or has ended. Without a readable answer it
 * may be with the proxy or not: it is asked for by its id, never taken for lost.
 */
export function endOfAttempt({ failure, cause }: FailedCall): WriteEnd {
  switch (failure.kind) {
    case 'offline':
    case 'dashboard-gone':
      return { state: 'waiting', failure }
    case 'contract':
      // The proxy that says so of Konektor had sent nothing; an answer that cannot be read says nothing.
      return { state: cause instanceof HttpError ? 'not-sent' : 'waiting', failure }
    case 'conflict':
      return { state: 'conflict', failure }
    case 'unknown-outcome':
      return { state: 'unknown', failure }
    case 'invalid':
    case 'not-found':
    case 'forbidden':
    case 'notes-full':
      return { state: 'rejected', failure }
    case 'other':
      return { state: cause instanceof HttpError && cause.code !== unforeseen ? 'rejected' : 'unknown', failure }
    case 'limited':
    case 'key-refused':
    case 'signed-out':
    case 'role':
    case 'wrong-passphrase':
    case 'upstream':
      return { state: 'not-sent', failure }
  }
}

/** The end of a write that the proxy lists: whatever it failed with means what the same answer at once would have meant. */
export function endOfListed(said: Pick<LeadWrite, 'state' | 'error'>): WriteEnd {
  const failed = failedCallOf(said)
  return failed === null ? { state: said.state, failure: null } : endOfAttempt(failed)
}

/** Why a write that the proxy lists did not end well. */
export function failureOfWrite(said: Pick<LeadWrite, 'error'>): Failure | null {
  return failedCallOf(said)?.failure ?? null
}

function failedCallOf({ error }: Pick<LeadWrite, 'error'>): FailedCall | null {
  if (error === null) return null
  const cause = new HttpError({ ...error, status: 0 })
  return new FailedCall(toFailure(cause, bffEndpoints.updateLead.scope), cause)
}

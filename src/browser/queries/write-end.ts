import { HttpError } from '#api/http-error.ts'
import type { LeadWrite } from '#contract/lead-write.ts'
import type { FailedCall } from './failed-call.ts'
import { type Failure, toFailure } from './failure.ts'
import type { OwnWrite } from './own-write.ts'

/**
 * What an attempt without a good answer means for a write: it goes on waiting, or has ended. Without a readable answer it may be with the
 * proxy or not: it is asked for by its id, never taken for lost.
 */
export function endOfAttempt({ failure, cause }: FailedCall): {
  readonly state: OwnWrite['state']
  readonly failure: Failure
} {
  switch (failure.kind) {
    case 'offline':
    case 'dashboard-gone':
    case 'contract':
      return { state: 'waiting', failure }
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
      // An unforeseen fault of the proxy says nothing of how far it had come.
      return { state: cause instanceof HttpError && cause.status < 500 ? 'rejected' : 'unknown', failure }
    case 'limited':
    case 'key-refused':
    case 'upstream':
      return { state: 'not-sent', failure }
  }
}

/** Why a write that the proxy lists did not end well. */
export function failureOfWrite({ error }: Pick<LeadWrite, 'error'>): Failure | null {
  if (error === null) return null
  return toFailure(new HttpError({ ...error, status: 0, requestId: null, retryAfterS: null }), 'agent.leads.write')
}

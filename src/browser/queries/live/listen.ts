import { stream } from '#api/stream.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { FailedCall } from '../failed-call.ts'
import { toFailure } from '../failure.ts'
import { noteFailure } from '../note-failure.ts'
import { refusalOf } from '../own-session.ts'
import type { News } from './stream-link.ts'

/** The stream from behind an event on. What its refusal tells of session and key counts as for any question. */
export async function* listen(lastEventId: string | null, signal: AbortSignal): AsyncGenerator<News> {
  const refusal = refusalOf(bffEndpoints.events)
  if (refusal !== null) throw new FailedCall({ kind: refusal, requestId: null }, undefined)
  try {
    yield* stream(bffEndpoints.events, lastEventId, signal)
  } catch (error) {
    if (!signal.aborted) noteFailure(toFailure(error, null), null)
    throw error
  }
}

import { type Answered, call } from '#api/call.ts'
import type { Endpoint, InputOf } from '#contract/endpoint.ts'
import type { ReadPurpose } from '#contract/headers.ts'
import { purposeNow } from './asked-anew.ts'
import { FailedCall } from './failed-call.ts'
import { toFailure } from './failure.ts'
import { isKeyRefused } from './key-gate.ts'
import { noteFailure } from './note-failure.ts'
import { refusalOf } from './own-session.ts'
import { noteScope } from './scope-news.ts'
import { noteServerTime } from './server-clock.ts'

/** Calls an endpoint for a hook: every error becomes a `FailedCall`, and a refused key stops all calls to Konektor. */
export async function ask<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
  /** Who waits before asking notes it before waiting: see `asked-anew.ts`. */
  purpose: ReadPurpose | undefined = purposeNow(),
): Promise<Answered<E>> {
  const refusal = refusalOf(endpoint)
  if (refusal !== null) throw new FailedCall({ kind: refusal, requestId: null }, undefined)
  if (isKeyRefused() && endpoint.scope !== null) {
    throw new FailedCall({ kind: 'key-refused', requestId: null }, undefined)
  }
  try {
    const answered = await call(endpoint, input, signal, purpose)
    noteServerTime(answered.clock)
    noteScope(endpoint.scope, 'works')
    return answered
  } catch (error) {
    if (signal?.aborted) throw error
    const failure = toFailure(error, endpoint.scope)
    noteFailure(failure, endpoint.scope)
    throw new FailedCall(failure, error)
  }
}

import type { Scope } from '#contract/vocabularies.ts'
import type { Failure } from './failure.ts'
import { closeKeyGate } from './key-gate.ts'
import { endOwnSession } from './own-session.ts'
import { noteScope } from './scope-news.ts'

/** What a failure tells of the key and the session, whether it was answered at once or learned by asking later. */
export function noteFailure({ kind }: Failure, scope: Scope | null): void {
  if (kind === 'key-refused') closeKeyGate()
  if (kind === 'signed-out') endOwnSession()
  if (kind === 'forbidden') noteScope(scope, 'missing')
}

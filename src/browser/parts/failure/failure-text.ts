import type { Failure } from '#queries/failure.ts'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'

/** A failure in one sentence or two, for a face, a form or a live region. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'forbidden':
      return m.failure_forbidden({ scope: failure.scope ?? 'agent.*' })
    case 'key-refused':
      return m.failure_key()
    case 'signed-out':
      return m.failure_signed_out()
    case 'role':
      return m.failure_role()
    case 'wrong-passphrase':
      return m.sign_in_wrong()
    case 'limited':
      return m.failure_limited({ seconds: Math.max(0, Math.ceil((failure.until - Date.now()) / 1000)) })
    case 'offline':
      return m.failure_offline()
    case 'dashboard-gone':
      return m.failure_dashboard_gone()
    case 'upstream':
      if (failure.reason === 'late') return m.failure_upstream_late()
      return failure.reason === 'error' ? m.failure_upstream_error() : m.failure_upstream()
    case 'contract':
      return m.failure_contract()
    case 'not-found':
      return m.failure_not_found()
    case 'invalid':
      return m.failure_invalid()
    case 'conflict':
      return m.failure_conflict({
        who: m.failure_conflict_who(),
        field: Object.keys(failure.theirs).map(fieldWord).join(', '),
      })
    case 'notes-full':
      return m.failure_notes_full()
    case 'unknown-outcome':
      return m.failure_unknown()
    case 'other':
      return m.failure_other({ message: failure.message })
  }
}

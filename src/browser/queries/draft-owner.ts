import type { Session } from '#contract/session.ts'
import { dropSessionDrafts, readSessionDraft, writeSessionDraft } from './session-draft.ts'

interface Owner {
  readonly role: string
  readonly name: string
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null || !('role' in value) || !('name' in value)) return false
  return typeof value.role === 'string' && typeof value.name === 'string'
}

/** Who was signed in at this tab last; null where nobody was. */
export function draftOwner(): Owner | null {
  return readSessionDraft('owner', isOwner)
}

/**
 * Says whose the drafts of this tab are. Who signs in again finds what they had typed; somebody else finds nothing of it, and
 * sends nothing of it in their own name. True where there was somebody else.
 */
export function claimDrafts({ role, name }: Pick<Session, 'role' | 'name'>): boolean {
  if (role === null || name === null) return false
  const before = draftOwner()
  const isForeign = before !== null && (before.role !== role || before.name.toLowerCase() !== name.toLowerCase())
  if (isForeign) dropSessionDrafts()
  writeSessionDraft('owner', { role, name })
  return isForeign
}

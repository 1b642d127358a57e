import type { OwnWrite } from './own-write.ts'
import { readSessionDraft, writeSessionDraft } from './session-draft.ts'

/** Changes that have not ended well survive a reload, in this tab only (safety S18, S28). */
export function writeKeptWrites(writes: readonly OwnWrite[]): void {
  writeSessionDraft('writes', writes.length === 0 ? null : writes)
}

export function readKeptWrites(): readonly OwnWrite[] {
  return readSessionDraft('writes', isList)?.filter(isOwnWrite) ?? []
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Only this tab writes them; the shape is checked for what an older build of the page may have left. */
function isOwnWrite(value: unknown): value is OwnWrite {
  if (typeof value !== 'object' || value === null) return false
  const write = value as Partial<Record<keyof OwnWrite, unknown>>
  const texts = [write.id, write.leadId, write.state]
  const parts = [write.base, write.changes]
  return (
    texts.every((text) => typeof text === 'string') &&
    parts.every((part) => typeof part === 'object' && part !== null) &&
    typeof write.madeAt === 'number' &&
    [write.note, write.sentAt, write.sentTo, write.dueAt, write.endedAt, write.failure, write.savedAs].every(
      (field) => field !== undefined,
    )
  )
}

import * as z from 'zod/mini'
import { leadChanges } from '#contract/lead.ts'
import { leadBase, writeStates } from '#contract/lead-write.ts'
import type { OwnWrite } from './own-write.ts'
import { readSessionDraft, writeSessionDraft } from './session-draft.ts'

const textOrNull = z.nullable(z.string())
const numberOrNull = z.nullable(z.number())
const requestId = textOrNull
const fieldValue = z.nullable(z.union([z.string(), z.number()]))

const failure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forbidden'), scope: z.nullable(z.string()), requestId }),
  z.object({ kind: z.literal('limited'), until: z.number(), requestId }),
  z.object({ kind: z.literal('upstream'), reason: z.enum(['unreachable', 'late', 'error']), requestId }),
  z.object({
    kind: z.literal('invalid'),
    fields: z.record(z.string(), z.string()),
    message: z.string(),
    requestId,
  }),
  z.object({
    kind: z.literal('conflict'),
    theirs: z.record(z.string(), fieldValue),
    updatedAt: textOrNull,
    requestId,
  }),
  z.object({ kind: z.literal('notes-full'), length: numberOrNull, requestId }),
  z.object({ kind: z.literal('unknown-outcome'), externalRef: textOrNull, requestId }),
  z.object({ kind: z.literal('other'), message: z.string(), requestId }),
  z.object({
    kind: z.enum([
      'key-refused',
      'signed-out',
      'role',
      'wrong-passphrase',
      'offline',
      'dashboard-gone',
      'contract',
      'not-found',
    ]),
    requestId,
  }),
])

/** An entry as this build keeps it. An older build of the page, or somebody, may have left others: those count as none. */
const keptWrite = z.object({
  id: z.string(),
  leadId: z.string(),
  base: leadBase,
  changes: leadChanges,
  note: textOrNull,
  madeAt: z.number(),
  sentAt: numberOrNull,
  sentTo: textOrNull,
  state: z.enum(['waiting', ...writeStates]),
  dueAt: numberOrNull,
  endedAt: numberOrNull,
  failure: z.nullable(failure),
  isUnconfirmed: z.boolean(),
  checkedAt: numberOrNull,
  isUndoing: z.boolean(),
  savedAs: textOrNull,
})

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

function isOwnWrite(value: unknown): value is OwnWrite {
  return keptWrite.safeParse(value).success
}

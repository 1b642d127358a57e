import * as z from 'zod/mini'
import { lead, leadChanges, leadCreate } from './lead.ts'
import { limits } from './limits.ts'
import { text, uuid } from './text-schemas.ts'

/**
 * What the person saw when editing began: the old value of every edited field (null where it had none),
 * and `updatedAt` then. The proxy reads the lead again and refuses where a named field differs.
 */
export const leadBase = z.object({
  updatedAt: z.optional(z.nullable(z.string())),
  values: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
})
export type LeadBase = z.output<typeof leadBase>

/**
 * Body of a safe update. `writeId` is minted by the browser: the same one again is the same write, so a lost answer can be
 * asked for. `note` is a whole line for the top of the notes, put there by the proxy on what it then reads.
 */
export const leadUpdate = z.object({
  writeId: uuid(),
  base: leadBase,
  changes: leadChanges,
  note: z.optional(text(limits.notes, 1)),
})
export type LeadUpdate = z.output<typeof leadUpdate>

/** Body of a safe create, told apart by its `writeId` in the same way. */
export const leadCreation = z.object({ writeId: uuid(), lead: leadCreate })
export type LeadCreation = z.output<typeof leadCreation>

/**
 * Where a write stands. Under way: `held` (its grace runs, it can be undone), `sending`, `checking` (sent without an answer;
 * it is being looked for). Ended: `saved`, `unchanged` (all was so already), `conflict`, `rejected` (Konektor refused),
 * `not-sent` (surely never left), `unknown` (it may or may not be saved), `undone`, `replaced` (by a later status).
 */
export const writeStates = [
  'held',
  'sending',
  'checking',
  'saved',
  'unchanged',
  'conflict',
  'rejected',
  'not-sent',
  'unknown',
  'undone',
  'replaced',
] as const
export type WriteState = (typeof writeStates)[number]

const underWay: readonly WriteState[] = ['held', 'sending', 'checking']

/** True once a write can change no more. */
export function hasEnded(state: WriteState): boolean {
  return !underWay.includes(state)
}

/** One write as the proxy knows it. Instants are ISO 8601 UTC by the proxy's clock. */
export const leadWrite = z.object({
  /** The `writeId` it came with. */
  id: z.string(),
  kind: z.enum(['update', 'create']),
  /** null for a create whose lead is not known yet. */
  leadId: z.nullable(z.string()),
  state: z.enum(writeStates),
  /** Milliseconds until a held write leaves, or a `checking` one is looked for again; null otherwise. A duration, because clocks differ. */
  dueInMs: z.nullable(z.number()),
  /** The lead as the write left it; answers may be partial. Only where it is saved or unchanged. */
  lead: z.nullable(lead),
  /** Why it ended otherwise, with all that the error answer says in its body and its headers. */
  error: z.nullable(
    z.object({
      code: z.string(),
      message: z.string(),
      details: z.nullable(z.record(z.string(), z.unknown())),
      /** Konektor's where it answered, else of the request that brought the write. */
      requestId: z.nullable(z.string()),
      /** Seconds, from its end; null where nobody asked to wait. */
      retryAfterS: z.nullable(z.number()),
    }),
  ),
})
export type LeadWrite = z.output<typeof leadWrite>

/** Write ids in one question. */
export const writeIdsAtOnce = 50

/** Query of `GET /bff/holds`: the writes one asks about, by their ids. Nobody is told of writes whose id they do not know. */
export const writeIdsQuery = z.object({
  ids: z.string().check(z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/i, `Must be 1 to ${writeIdsAtOnce} write ids`)),
})

/** `startedAt`: since when this proxy remembers; a write it does not list may have come to an earlier one. */
export const leadWrites = z.object({ startedAt: z.string(), writes: z.array(leadWrite) })
export type LeadWrites = z.output<typeof leadWrites>

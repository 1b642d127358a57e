import { randomBytes } from 'node:crypto'
import { writeClientRef } from '#contract/client-ref.ts'
import { graceOf } from '#contract/grace.ts'
import type { LeadCreation, LeadUpdate } from '#contract/lead-write.ts'
import type { Log } from '../log-line.ts'
import { BffError } from '../own/bff-error.ts'
import { tellFault } from '../own/tell-fault.ts'
import type { LeadLocks } from '../replicas/lead-locks.ts'
import type { Forward } from '../upstream/upstream-call.ts'
import { type Clock, createWaits } from './clock.ts'
import { type SentLead, sendCreate } from './creates/send-create.ts'
import { createLeadLanes } from './lanes/lead-lanes.ts'
import { faultOfThrow, unknownOutcome } from './write-fault.ts'
import { createWriteLedger, type KeptWrite } from './write-ledger.ts'

export interface SafeWritesOptions {
  readonly forward: Forward
  readonly clock: Clock
  readonly log: Log
  /** Told whenever a write has moved on. */
  readonly moved?: (write: KeptWrite) => void
  /** Of the other replicas, where there may be any. */
  readonly locks?: LeadLocks | undefined
}

export type SafeWrites = ReturnType<typeof createSafeWrites>

/**
 * The writes of leads from their taking to their end, which comes also when nobody asks any more: held, joined, sent,
 * looked for. Each `id` is taken once.
 */
export function createSafeWrites({ forward, clock, log, moved, locks }: SafeWritesOptions) {
  const ledger = createWriteLedger({ clock, log, moved })
  const waits = createWaits(clock)
  const lanes = createLeadLanes({
    forward,
    clock,
    waits,
    ledger,
    locks,
    fault: (thrown) => tellFault(log, thrown, 'lane'),
  })

  async function runCreate(writeId: string, sent: SentLead, requestId: string): Promise<void> {
    const end = await sendCreate(
      {
        forward,
        clock,
        waits,
        checking: (lookAt) => ledger.stands(writeId, 'checking', lookAt),
        fault: (thrown) => tellFault(log, thrown, requestId),
      },
      sent,
    ).catch((thrown: unknown) => {
      tellFault(log, thrown, requestId)
      return { state: 'unknown', fault: unknownOutcome('lead', { externalRef: sent.externalRef }) } as const
    })
    ledger.end(writeId, end)
  }

  /** True for a write that came before. One id cannot stand for two. */
  function isTaken(writeId: string, kind: KeptWrite['kind'], leadId: string | null): boolean {
    const known = ledger.find(writeId)
    if (known === undefined) return false
    if (known.kind === kind && (leadId === null || known.leadId === leadId)) return true
    throw new BffError('BAD_REQUEST', 'This write id was used for another write', { writeId: 'Already used' })
  }

  return {
    startedAt: ledger.startedAt,
    find: ledger.find,
    watch: ledger.watch,

    /** Takes a change of a lead. Throws BUSY where too many are under way. */
    update(leadId: string, { writeId, base, changes, note }: LeadUpdate, requestId: string): void {
      if (isTaken(writeId, 'update', leadId)) return
      const fields = [...Object.keys(changes), ...(note === undefined ? [] : ['note'])]
      ledger.begin({ id: writeId, kind: 'update', leadId, requestId, fields })
      const dueAt = clock.now() + graceOf(changes) * 1000
      lanes.add(leadId, { id: writeId, base, changes, note: note ?? null, dueAt })
    },

    /** Takes a new lead. Throws BUSY where too many writes are under way. */
    create({ writeId, lead }: LeadCreation, requestId: string): void {
      if (isTaken(writeId, 'create', null)) return
      const ownRef = lead.externalRef?.trim() ?? ''
      const sent = { ...lead, externalRef: ownRef === '' ? writeClientRef(clock.now(), randomBytes(16)) : ownRef }
      ledger.begin({ id: writeId, kind: 'create', leadId: null, requestId, fields: Object.keys(sent) })
      void runCreate(writeId, sent, requestId)
    },

    /** Takes back a write that is still held. Throws HOLD_GONE where it is not. */
    undo(id: string): KeptWrite {
      const write = ledger.find(id)
      const undone = write?.leadId != null && lanes.undo(write.leadId, id)
      if (write === undefined || !undone) {
        throw new BffError('HOLD_GONE', 'This change is not held any more', { state: write?.state ?? null })
      }
      return write
    },

    /** From now on nothing is held for its grace: for a stop. */
    sendHeld: lanes.sendHeld,

    /** Ends what waits: unsent writes as not sent. What is on its way ends with its broken connection. */
    breakOff(): void {
      waits.breakOff()
      const error = new BffError('UPSTREAM_UNREACHABLE', 'The dashboard was stopped before this could be sent')
      lanes.giveUp({ state: 'not-sent', fault: faultOfThrow(error) })
    },

    /** Resolves when nothing is under way. */
    settled: ledger.settled,
  }
}

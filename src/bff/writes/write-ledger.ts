import type { Lead } from '#contract/lead.ts'
import { hasEnded, type LeadWrite, type WriteState } from '#contract/lead-write.ts'
import type { Log, WriteOutcome } from '../log-line.ts'
import { BffError } from '../own/bff-error.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { type Audit, auditOf } from './audit.ts'
import type { Clock } from './clock.ts'
import type { WriteFault } from './write-fault.ts'

export const ledgerBounds = { underWay: 500, ended: 1000, endedForMs: 15 * 60_000 } as const

export type EndState = Exclude<WriteState, 'held' | 'sending' | 'checking'>

/** One write: what the proxy knows of it. */
export interface KeptWrite {
  readonly id: string
  readonly kind: LeadWrite['kind']
  readonly leadId: string | null
  readonly state: WriteState
  /** Epoch milliseconds at which it leaves or is looked for; null otherwise. */
  readonly dueAt: number | null
  readonly lead: Lead | null
  readonly fault: WriteFault | null
}

export interface WriteEnd {
  readonly state: EndState
  readonly lead?: Lead | null
  readonly fault?: WriteFault
  /** The upstream's answer that decided it, for the audit line. */
  readonly answer?: UpstreamAnswer
}

type Mutable = { -readonly [K in keyof KeptWrite]: KeptWrite[K] } & {
  readonly requestId: string
  readonly audit: Audit
  readonly listeners: Set<() => void>
  endedAt: number
}

const outcomeOf: Readonly<Record<EndState, WriteOutcome>> = {
  saved: 'confirmed',
  unchanged: 'unchanged',
  conflict: 'conflict',
  rejected: 'rejected',
  'not-sent': 'not sent',
  unknown: 'unknown',
  undone: 'undone',
  replaced: 'replaced',
}

export type WriteLedger = ReturnType<typeof createWriteLedger>

/** Every write by the id its browser minted: the same id again is the same write, and never acts twice. */
export function createWriteLedger({
  clock,
  log,
  moved = () => undefined,
}: {
  readonly clock: Clock
  readonly log: Log
  /** Told at each change of any write. */
  readonly moved?: ((write: KeptWrite) => void) | undefined
}) {
  const writes = new Map<string, Mutable>()
  /** Ids in the order in which they ended. */
  const ended = new Set<string>()
  let idle: (() => void)[] = []
  let remembersSince = clock.now()

  function forget(): void {
    const before = clock.now() - ledgerBounds.endedForMs
    for (const id of ended) {
      if (ended.size <= ledgerBounds.ended && (writes.get(id)?.endedAt ?? 0) >= before) return
      ended.delete(id)
      writes.delete(id)
      // From now on "not listed" may mean "forgotten", for every write that came before.
      remembersSince = clock.now()
    }
  }

  function tell(write: Mutable): void {
    for (const listener of write.listeners) listener()
    moved(write)
  }

  function underWay(id: string): Mutable {
    const write = writes.get(id)
    if (write === undefined || hasEnded(write.state)) throw new Error('A write ended twice')
    return write
  }

  return {
    /** Since when nothing was forgotten: the start, or the last time something was. ISO 8601. */
    startedAt(): string {
      forget()
      return new Date(remembersSince).toISOString()
    },

    find(id: string): KeptWrite | undefined {
      forget()
      return writes.get(id)
    },

    /** Takes a new write. Throws BUSY where too many are under way. */
    begin(given: {
      id: string
      kind: LeadWrite['kind']
      leadId: string | null
      requestId: string
      fields: readonly string[]
    }): void {
      forget()
      if (writes.size - ended.size >= ledgerBounds.underWay) {
        throw new BffError('BUSY', 'Too many changes are on their way; nothing was sent')
      }
      const { id, kind, leadId, requestId, fields } = given
      const audit = auditOf(log, requestId, fields, leadId ?? undefined)
      const rest = { state: 'sending', dueAt: null, lead: null, fault: null, endedAt: 0 } as const
      writes.set(id, { id, kind, leadId, requestId, audit, listeners: new Set(), ...rest })
    },

    stands(id: string, state: 'held' | 'sending' | 'checking', dueAt: number | null): void {
      const write = underWay(id)
      if (write.state === state && write.dueAt === dueAt) return
      Object.assign(write, { state, dueAt })
      tell(write)
    },

    /** Ends a write, once, with its audit line. */
    end(id: string, { state, lead = null, fault, answer }: WriteEnd): void {
      const write = underWay(id)
      const leadId = write.leadId ?? lead?.id ?? null
      const told = fault === undefined ? null : withRequestId(fault, write.requestId)
      Object.assign(write, { state, dueAt: null, lead, leadId, fault: told, endedAt: clock.now() })
      ended.add(id)
      write.audit(outcomeOf[state], answer, leadId ?? undefined)
      tell(write)
      write.listeners.clear()
      if (writes.size > ended.size) return
      for (const done of idle) done()
      idle = []
    },

    /** Calls back at each change of a write until it has ended; gives what stops that. */
    watch(id: string, listener: () => void): () => void {
      const listeners = writes.get(id)?.listeners
      listeners?.add(listener)
      return () => listeners?.delete(listener)
    },

    /** Resolves when nothing is under way. */
    settled(): Promise<void> {
      if (writes.size === ended.size) return Promise.resolve()
      return new Promise((resolve) => idle.push(resolve))
    },
  }
}

/** Whoever asks later is told the id that the first answer carried: it is what a ticket names. */
function withRequestId(fault: WriteFault, requestId: string): WriteFault {
  return { ...fault, error: { ...fault.error, requestId: fault.error.requestId ?? requestId } }
}

/** As the wire has it. */
export function leadWriteOf({ id, kind, leadId, state, dueAt, lead, fault }: KeptWrite, now: number): LeadWrite {
  const dueInMs = dueAt === null ? null : Math.max(0, dueAt - now)
  return { id, kind, leadId, state, dueInMs, lead, error: fault?.error ?? null }
}

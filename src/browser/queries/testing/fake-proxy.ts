import { buildLead } from '#contract/build-lead.ts'
import { graceOf } from '#contract/grace.ts'
import { type Lead, type LeadChanges, type LeadField, leadFields } from '#contract/lead.ts'
import { hasEnded, type LeadWrite, type LeadWrites, type WriteState } from '#contract/lead-write.ts'
import { FailedCall } from '../failed-call.ts'
import type { OwnWrite } from '../own-write.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** How the upstream takes a write that leaves. */
export type Leaving = 'saved' | 'rejected' | 'not-sent' | 'unknown, saved' | 'unknown, lost' | 'checking, saved'
/** What the network does to a call. */
export type Wire = 'good' | 'request lost' | 'answer lost' | 'slow'

interface Entry {
  readonly write: OwnWrite
  state: WriteState
  dueAt: number | null
  lead: Lead | null
  error: LeadWrite['error']
}

/** A proxy and the server behind it, as the contract has them, with every fault at hand. Compares before it writes. */
export function createFakeProxy(clock: VirtualClock, script: { wire: () => Wire; leaving: () => Leaving }) {
  const leads = new Map<string, Lead>()
  /** Every state each lead was in, with its time. */
  const history: { readonly at: number; readonly lead: Lead }[] = []
  const applied = new Set<string>()
  /** In which life of the proxy an id came first. */
  const firstLife = new Map<string, string>()
  /** Ids that came again to a later life although nobody asked for that. */
  const sentBlindly = new Set<string>()
  const sent: { readonly id: string; readonly at: number }[] = []
  let entries = new Map<string, Entry>()
  let startedAt = new Date(clock.now()).toISOString()
  let isUp = true
  let isReachable = true
  let isFair = false

  function store(lead: Lead): void {
    const stamped = { ...lead, updatedAt: new Date(clock.now()).toISOString() }
    leads.set(lead.id, stamped)
    history.push({ at: clock.now(), lead: stamped })
  }

  async function overWire<T>(act: () => T | Promise<T>): Promise<T> {
    const wire = isFair ? 'good' : script.wire()
    await clock.sleep(wire === 'slow' ? 6_000 : 30)
    if (!isReachable || !isUp || wire === 'request lost') throw gone()
    const life = startedAt
    const answer = await act()
    await clock.sleep(wire === 'slow' ? 6_000 : 30)
    if (!isReachable || !isUp || life !== startedAt || wire === 'answer lost') throw gone()
    return answer
  }

  function leave(entry: Entry, life: string): void {
    if (life !== startedAt || entry.state !== 'held') return
    const { write } = entry
    const now = leads.get(write.leadId)
    if (now === undefined) return
    const fields = leadFields.filter((field) => write.changes[field] !== undefined)
    const others = fields.filter(
      (field) => !same(now[field], write.changes[field]) && !same(now[field], write.base.values[field]),
    )
    if (others.length > 0) {
      const theirs = Object.fromEntries(others.map((field) => [field, now[field] ?? null]))
      endBadly(entry, 'conflict', 'CONFLICT', { theirs, updatedAt: now.updatedAt ?? null })
      return
    }
    if (holds(now, write)) {
      endWell(entry, 'unchanged')
      return
    }
    const how = isFair ? 'saved' : script.leaving()
    if (how === 'rejected') {
      endBadly(entry, 'rejected', 'VALIDATION_ERROR', {})
      return
    }
    if (how === 'not-sent') {
      endBadly(entry, 'not-sent', 'UPSTREAM_UNREACHABLE', {})
      return
    }
    if (how !== 'unknown, lost') {
      applied.add(write.id)
      store({ ...now, ...(write.changes as Partial<Lead>) })
    }
    if (how === 'saved') {
      endWell(entry, 'saved')
      return
    }
    if (how !== 'checking, saved') {
      endBadly(entry, 'unknown', 'UNKNOWN_OUTCOME', {})
      return
    }
    Object.assign(entry, { state: 'checking', dueAt: clock.now() + 2_000 })
    clock.later(() => life === startedAt && endWell(entry, 'saved'), 2_000)
  }

  function endWell(entry: Entry, state: WriteState): void {
    Object.assign(entry, { state, dueAt: null, lead: leads.get(entry.write.leadId) ?? null })
  }

  function endBadly(entry: Entry, state: WriteState, code: string, details: Record<string, unknown>): void {
    Object.assign(entry, {
      state,
      dueAt: null,
      error: { code, message: code, details, requestId: 'r', retryAfterS: null },
    })
  }

  function said({ write, state, dueAt, lead, error }: Entry): LeadWrite {
    const dueInMs = dueAt === null ? null : Math.max(0, dueAt - clock.now())
    return { id: write.id, kind: 'update', leadId: write.leadId, state, dueInMs, lead, error }
  }

  return {
    leads,
    history,
    applied,
    sent,
    sentBlindly,
    /** A person wants it sent, whatever became of it. */
    allowAgain: (id: string) => firstLife.delete(id),
    entries: () => entries,
    addLead: (id: string) => store(buildLead({ id, status: 'new', priority: 'low' })),
    /** Somebody else writes. */
    edit: (id: string, changes: LeadChanges) => store({ ...(leads.get(id) ?? { id }), ...(changes as Partial<Lead>) }),
    kill: () => {
      isUp = false
      entries = new Map()
      startedAt = ''
    },
    start: () => {
      if (isUp) return
      isUp = true
      startedAt = new Date(clock.now()).toISOString()
    },
    setReachable: (value: boolean) => {
      isReachable = value
    },
    isReachable: () => isReachable,
    /** From now on nothing goes wrong any more. */
    beFair: () => {
      isFair = true
      isReachable = true
    },

    send: (write: OwnWrite) => {
      sent.push({ id: write.id, at: clock.now() })
      return overWire(() => {
        const life = startedAt
        const first = firstLife.get(write.id) ?? life
        firstLife.set(write.id, first)
        if (first !== life) sentBlindly.add(write.id)
        const known = entries.get(write.id)
        const entry = known ?? { write, state: 'held' as const, dueAt: null, lead: null, error: null }
        if (known === undefined) {
          entries.set(write.id, entry)
          const graceMs = graceOf(write.changes) * 1000
          entry.dueAt = clock.now() + graceMs
          if (graceMs === 0) leave(entry, life)
          else clock.later(() => leave(entry, life), graceMs)
        }
        return said(entry)
      })
    },
    undo: (id: string) =>
      overWire((): LeadWrite | 'gone' => {
        const entry = entries.get(id)
        if (entry?.state !== 'held') return 'gone'
        Object.assign(entry, { state: 'undone', dueAt: null })
        return said(entry)
      }),
    listHolds: (ids: readonly string[]): Promise<LeadWrites> =>
      overWire(() => ({ startedAt, writes: ids.flatMap((id) => entries.get(id) ?? []).map(said) })),
    readLead: (id: string): Promise<Lead | null> => overWire(() => leads.get(id) ?? null),
    isUnderWay: (id: string) => {
      const entry = entries.get(id)
      return entry !== undefined && !hasEnded(entry.state)
    },
  }
}

/** Said from the data alone: what is proven by this proxy must not be its own proof. */
export function holds(lead: Lead, { changes, note }: Pick<OwnWrite, 'changes' | 'note'>): boolean {
  const values: Readonly<Record<string, unknown>> = lead
  const wrong = Object.entries(changes).filter(([field, value]) => value !== undefined && values[field] !== value)
  return wrong.length === 0 && (note === null || (lead.notes ?? '').split('\n').includes(note))
}

function gone(): FailedCall {
  return new FailedCall({ kind: 'dashboard-gone', requestId: null }, undefined)
}

function same(one: Lead[LeadField], other: Lead[LeadField]): boolean {
  return (one ?? null) === (other ?? null)
}

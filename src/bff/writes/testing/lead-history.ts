import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead, LeadChanges, LeadField } from '#contract/lead.ts'
import { hasEnded, type LeadUpdate } from '#contract/lead-write.ts'
import { withNoteLine } from '#contract/note-line.ts'
import type { LogLine } from '../../log-line.ts'
import { createSafeWrites } from '../safe-writes.ts'
import type { KeptWrite } from '../write-ledger.ts'
import { createMemoryUpstream, type MemoryFault, type MemoryUpstream } from './memory-upstream.ts'
import { createVirtualClock } from './virtual-clock.ts'

export type Step =
  | {
      readonly kind: 'change'
      readonly actor: number
      readonly fields: readonly LeadField[]
      readonly note: boolean
      /** What the actor wants: something new, what they see, or what they saw one change ago. */
      readonly wants: 'new' | 'seen' | 'before'
    }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'refresh'; readonly actor: number }
  /** Somebody who does not go through this proxy. */
  | { readonly kind: 'direct'; readonly fields: readonly LeadField[]; readonly note: boolean }
  | { readonly kind: 'wait'; readonly ms: number }

const edited: readonly LeadField[] = ['status', 'priority', 'lastName', 'actualValue', 'notes']
const actor = fc.nat({ max: 2 })
const fields = fc.subarray([...edited], { maxLength: 3 })
const statusOrMore = fc.oneof(fc.constant<LeadField[]>(['status']), fc.constant<LeadField[]>(['status', 'actualValue']))

/** One thing that happens to a lead. `outside`: whether others write it without this proxy. */
export function stepOf(outside: boolean): fc.Arbitrary<Step> {
  const wants = fc.constantFrom('new' as const, 'new' as const, 'new' as const, 'seen' as const, 'before' as const)
  const change = fc.record({
    kind: fc.constant('change' as const),
    actor,
    fields: fc.oneof(fields, statusOrMore),
    note: fc.boolean(),
    wants,
  })
  const wait = fc.record({
    kind: fc.constant('wait' as const),
    ms: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 12_000 }), fc.nat({ max: 90_000 })),
  })
  return fc.oneof(
    { weight: 6, arbitrary: change },
    { weight: 3, arbitrary: wait },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat({ max: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('refresh' as const), actor }) },
    ...(outside
      ? [
          {
            weight: 3,
            arbitrary: fc.record({
              kind: fc.constant('direct' as const),
              fields: fc.subarray([...edited], { minLength: 1, maxLength: 2 }),
              note: fc.boolean(),
            }),
          },
        ]
      : []),
  )
}

export interface HistoryWrite {
  readonly actor: number
  readonly update: LeadUpdate
  /** True where every value it wants was never there before. */
  readonly isNew: boolean
  readonly end: KeptWrite
}

export interface History {
  readonly first: Lead
  readonly writes: readonly HistoryWrite[]
  readonly upstream: MemoryUpstream
  readonly lines: readonly LogLine[]
}

/** Notes without the lines that writes put above them. */
export function withoutLines({ writes }: Pick<History, 'writes'>, notes: string): string {
  const lines = new Set(writes.map(({ update }) => update.note))
  return notes
    .split('\n')
    .filter((line) => !lines.has(line))
    .join('\n')
}

/** Plays a history on one lead and lets it run out. Wanted values are told apart by a number wherever they are new. */
export async function playHistory(steps: readonly Step[], faults: readonly MemoryFault[]): Promise<History> {
  const clock = createVirtualClock()
  const first = buildLead()
  let asked = 0
  let inFlight = 0
  const upstream = createMemoryUpstream({
    clock,
    leads: [first],
    faultOf: () => faults[asked++] ?? { kind: 'none' },
  })
  const lines: LogLine[] = []
  const safe = createSafeWrites({
    clock,
    log: (line) => lines.push(line),
    forward: async (call) => {
      inFlight += 1
      return upstream.forward(call).finally(() => {
        inFlight -= 1
      })
    },
  })
  const now = () => upstream.leads.get(first.id) ?? first
  const made: { actor: number; isNew: boolean; update: LeadUpdate }[] = []
  const views = [0, 1, 2].map(() => ({ shown: first, before: first }))
  const ends = new Map<string, KeptWrite>()
  let count = 0

  function wanted(field: LeadField): string | number {
    count += 1
    return field === 'actualValue' ? count : `${field} ${count}`
  }
  function overlaid(lead: Lead, { changes, note }: LeadUpdate): Lead {
    const shown = { ...lead, ...changes }
    return note === undefined ? shown : { ...shown, notes: withNoteLine(shown.notes, note) }
  }
  function stateOf(id: string) {
    const write = ends.get(id) ?? safe.find(id)
    if (write === undefined) throw new Error('A write was forgotten')
    return write
  }

  /** The ledger forgets after a while, and a history can be long. */
  function keepEnd(id: string): void {
    const write = safe.find(id)
    if (write !== undefined && hasEnded(write.state)) ends.set(id, { ...write })
  }

  async function play(step: Step): Promise<void> {
    switch (step.kind) {
      case 'wait':
        return clock.advance(step.ms)
      case 'undo': {
        const target = made[made.length - 1 - step.which]
        if (target === undefined || stateOf(target.update.writeId).state !== 'held') return
        safe.undo(target.update.writeId)
        return
      }
      case 'refresh': {
        const view = views[step.actor]
        if (view === undefined) return
        const mine = made.filter(({ actor, update }) => {
          return actor === step.actor && !hasEnded(stateOf(update.writeId).state)
        })
        view.before = view.shown
        view.shown = mine.reduce((lead, { update }) => overlaid(lead, update), now())
        return
      }
      case 'direct': {
        // Only outside of the window between a read and its write, which is stated.
        while (inFlight > 0) await clock.advance(1)
        const changes = Object.fromEntries(step.fields.map((field) => [field, wanted(field)]))
        upstream.writeDirectly(first.id, changes as LeadChanges)
        return
      }
      case 'change': {
        const view = views[step.actor]
        if (view === undefined) return
        const { shown, before } = view
        const values = Object.fromEntries(step.fields.map((field) => [field, shown[field] ?? null]))
        const source = { seen: shown, before }
        const wants = step.wants
        const changes = Object.fromEntries(
          step.fields.map((field) => [field, wants === 'new' ? wanted(field) : (source[wants][field] ?? null)]),
        )
        count += 1
        const update: LeadUpdate = {
          writeId: randomUUID(),
          base: { values },
          changes: changes as LeadChanges,
          note: step.note ? `Line ${count}.` : undefined,
        }
        made.push({ actor: step.actor, isNew: wants === 'new', update })
        view.before = shown
        view.shown = overlaid(shown, update)
        safe.update(first.id, update, 'request')
        keepEnd(update.writeId)
        safe.watch(update.writeId, () => keepEnd(update.writeId))
      }
    }
  }

  for (const step of steps) await play(step)
  await clock.runOut()
  const writes = made.map((one) => ({ ...one, end: stateOf(one.update.writeId) }))
  return { first, writes, upstream, lines }
}

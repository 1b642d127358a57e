import { randomUUID } from 'node:crypto'
import { graceOf } from '#contract/grace.ts'
import type { LeadChanges } from '#contract/lead.ts'
import { hasEnded } from '#contract/lead-write.ts'
import { openWay, type Way } from '../../open-way.ts'
import type { Forward, UpstreamAnswer } from '../../upstream/upstream-call.ts'
import { createVirtualClock, type VirtualClock } from '../../writes/testing/virtual-clock.ts'
import { type BusyUpstream, createBusyUpstream } from './busy-upstream.ts'
import { openSimulatedDashboard } from './simulated-dashboard.ts'

export interface EconomyPlan {
  /** Calls a minute over all keys. */
  readonly limit: number
  readonly dashboards: number
  /** Over how long they are opened, in milliseconds; people begin to work after that. */
  readonly openWithinMs: number
  /** From when on calls are counted, in milliseconds from the beginning. */
  readonly countAfterMs: number
  readonly minutes: number
  /** People who change a lead through the dashboard, each every half minute. */
  readonly editors: number
  /** Calls a minute of somebody else with a key of the workspace. */
  readonly rivalPerMinute: number
  /** Milliseconds from one change made elsewhere to the next; 0 for none. */
  readonly elsewhereEveryMs: number
}

export interface EconomyResult {
  /** Calls to the upstream in the time that counts. */
  readonly calls: number
  readonly background: number
  /** Refreshes that dashboards were given something older for, because the budget had no room. */
  readonly stale: number
  readonly tooOften: number
  /** Milliseconds from the end of its grace to the end of each edit, in order of size. */
  readonly editMs: readonly number[]
  readonly editsFailed: number
  /** Milliseconds from each change made elsewhere to its event, in order of size. */
  readonly toldMs: readonly number[]
  readonly untold: number
}

const minute = 60_000
const edits: readonly LeadChanges[] = [
  { notes: 'Called' },
  { estimatedValue: 1 },
  { status: 'hot' },
  { notes: 'Again' },
]

/** The whole server side but its HTTP, in simulated time, before an upstream that counts. */
export async function simulateEconomy(plan: EconomyPlan): Promise<EconomyResult> {
  // Not at the beginning of a minute: windows of the upstream's are.
  const clock = createVirtualClock(Date.UTC(2026, 0, 1, 9, 0, 17))
  const upstream = createBusyUpstream(clock, { limit: plan.limit, window: 'fixed', latencyMs: () => 150 }, 300)
  const seeReads = (next: Forward) => next
  const way = openWay({ core: upstream.forward, clock, key: 'k', log: () => undefined, observers: [], seeReads })
  const told = watchElsewhere(clock, upstream)
  const endAt = clock.now() + plan.openWithinMs + plan.minutes * minute

  function every(ms: number, run: () => void): void {
    if (ms === 0) return
    clock.after(ms, () => {
      if (clock.now() >= endAt) return
      run()
      every(ms, run)
    })
  }
  every(plan.rivalPerMinute === 0 ? 0 : minute / plan.rivalPerMinute, upstream.rival)
  const leaves: (() => Promise<void>)[] = []
  let stale = 0
  const refreshed = (kept: UpstreamAnswer['kept']) => {
    if (kept === 'stale') stale += 1
  }
  for (let one = 0; one < plan.dashboards; one += 1) {
    const page = one % 3 === 2 ? 'leads' : 'overview'
    const open = () => {
      const hears = { heard: one === 0 ? told.hear : () => undefined, refreshed }
      leaves.push(openSimulatedDashboard({ clock, way, jitterMs: (one * 37) % 500, ...hears }, page).leave)
    }
    clock.after((one * plan.openWithinMs) / plan.dashboards, open)
  }
  const countFrom = clock.now() + plan.countAfterMs
  await clock.advance(plan.openWithinMs)
  const editing = startEditors(clock, way, upstream, plan.editors, endAt)
  every(plan.elsewhereEveryMs, told.changeOne)
  await clock.advance(plan.minutes * minute)
  const arrivals = upstream.arrivals.filter(({ atMs }) => atMs >= countFrom)
  // What was still under way gets its end.
  await clock.advance(minute)
  await Promise.all(leaves.map((leave) => leave()))
  way.live.end()
  const bySize = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
  return {
    calls: arrivals.length,
    stale,
    background: arrivals.filter(({ purpose }) => ['look', 'refresh', 'bulk'].includes(purpose)).length,
    tooOften: upstream.tooOften(),
    editMs: bySize(editing.tookMs),
    editsFailed: editing.failed(),
    toldMs: bySize(told.tookMs),
    untold: told.waiting.size,
  }
}

/** Makes changes behind the dashboard's back, and measures until somebody is told of them. */
function watchElsewhere(clock: VirtualClock, upstream: BusyUpstream) {
  const waiting = new Map<string, number>()
  const tookMs: number[] = []
  let count = 0
  return {
    waiting,
    tookMs,
    changeOne(): void {
      count += 1
      const id = `lead_${100 + (count % 100)}`
      upstream.change(id, count % 2 === 0 ? { notes: String(count) } : { estimatedValue: count })
      waiting.set(id, clock.now())
    },
    hear(event: { readonly kind: string; readonly leads?: readonly { readonly id: string }[] }): void {
      for (const { id } of event.leads ?? []) {
        const from = waiting.get(id)
        if (from === undefined) continue
        waiting.delete(id)
        tookMs.push(clock.now() - from)
      }
    },
  }
}

/** People at work: each opens a lead and changes it, again and again. */
function startEditors(clock: VirtualClock, way: Way, upstream: BusyUpstream, editors: number, endAt: number) {
  const tookMs: number[] = []
  let failed = 0

  async function editOne(person: number, round: number): Promise<void> {
    const id = `lead_${(person * 30 + round) % 100}`
    // Most are opened from a row that is new enough; the edit form looks again.
    if (round % 4 === 3) await way.forPeople({ name: 'getLead', params: { id } }).catch(() => undefined)
    const lead = upstream.leads.get(id)
    const changes = edits[round % edits.length] ?? {}
    const values = Object.fromEntries(Object.keys(changes).map((field) => [field, lead?.[field as 'notes'] ?? null]))
    const writeId = randomUUID()
    const dueAt = clock.now() + graceOf(changes) * 1000
    way.writes.update(id, { writeId, base: { values }, changes }, 'r')
    const stop = way.writes.watch(writeId, () => {
      const state = way.writes.find(writeId)?.state ?? 'unknown'
      if (!hasEnded(state)) return
      stop()
      if (state === 'saved' || state === 'unchanged') tookMs.push(clock.now() - dueAt)
      else failed += 1
    })
  }
  for (let person = 0; person < editors; person += 1) {
    let round = 0
    const again = () => {
      if (clock.now() >= endAt) return
      void editOne(person, round)
      round += 1
      clock.after(30_000, again)
    }
    clock.after(person * 7000, again)
  }
  return { tookMs, failed: () => failed }
}

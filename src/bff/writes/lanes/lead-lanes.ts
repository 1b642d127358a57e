import { graceSeconds } from '#contract/grace.ts'
import type { WriteState } from '#contract/lead-write.ts'
import type { LeadLocks } from '../../replicas/lead-locks.ts'
import type { Forward } from '../../upstream/upstream-call.ts'
import type { Clock, Waits } from '../clock.ts'
import { unknownOutcome } from '../write-fault.ts'
import type { WriteEnd, WriteLedger } from '../write-ledger.ts'
import type { PatchPlan } from './plan-patch.ts'
import { sendAlone } from './send-alone.ts'
import type { BatchEnd } from './send-batch.ts'
import { frontDueAt, frontOf, type LanePart, withoutIdle, withoutParts } from './waiting-parts.ts'

/** Milliseconds from a failure that surely sent nothing to the next try. */
const tryAgainAfterMs = [2000, 6000] as const

/** Ends of which nothing is at the upstream: who built on such a write stands on what it stood on. */
const neverSent: readonly WriteState[] = ['conflict', 'rejected', 'not-sent', 'replaced', 'undone']

/** The writes of one lead: some wait, some are on their way, never two requests at once. */
interface Lane {
  readonly leadId: string
  /** In the order they were made, whatever became of some meanwhile: who builds on whom follows from it. */
  parts: readonly LanePart[]
  /** Ids of those on their way. */
  leaving: ReadonlySet<string>
  /** Of those, the ones whose status gave way to a later one; true where nothing else of them goes. */
  overtaken: ReadonlyMap<string, boolean>
  /** From the read to the end of the last look; nothing may be left of `leaving` before that. */
  busy: boolean
  /** Epoch milliseconds before which nothing leaves: the upstream asked for it, or could not be reached. */
  notBefore: number
  /** Epoch milliseconds of the next look for what is on its way; 0 where none is planned. */
  lookAt: number
  failures: number
  cancel: () => void
}

export interface LaneTools {
  readonly forward: Forward
  readonly clock: Clock
  readonly waits: Waits
  readonly ledger: WriteLedger
  readonly fault: (thrown: unknown) => void
  /** Of the other replicas, where there may be any. */
  readonly locks?: LeadLocks | undefined
}

/** Holds, joins and sends the writes of leads, one writer a lead. Every part was begun in the ledger, and ends there. */
export function createLeadLanes(tools: LaneTools) {
  const { clock, ledger, waits } = tools
  const lanes = new Map<string, Lane>()
  let hurrying = false

  function laneOf(leadId: string): Lane {
    const known = lanes.get(leadId)
    if (known !== undefined) return known
    const nothing = {
      parts: [],
      leaving: new Set<string>(),
      overtaken: new Map<string, boolean>(),
      busy: false,
      notBefore: 0,
      lookAt: 0,
      failures: 0,
      cancel: () => undefined,
    }
    const lane: Lane = { leadId, ...nothing }
    lanes.set(leadId, lane)
    return lane
  }

  function waitingIn({ parts, leaving }: Lane): readonly LanePart[] {
    return parts.filter(({ id }) => !leaving.has(id))
  }

  /** Brings a lane in order after every change of it: ends what has nothing to send, and plans or begins the next way out. */
  function arrange(lane: Lane): void {
    lane.cancel()
    const { parts: waiting, idle } = withoutIdle(waitingIn(lane))
    const settled = new Map(waiting.map((part) => [part.id, part]))
    lane.parts = lane.parts.flatMap((part) => (lane.leaving.has(part.id) ? part : (settled.get(part.id) ?? [])))
    for (const id of idle) ledger.end(id, { state: 'unchanged' })
    const { busy } = lane
    if (waiting.length === 0) {
      if (!busy) lanes.delete(lane.leadId)
      return
    }
    const front = frontOf(waiting)
    const dueAt = Math.max(lane.notBefore, lane.lookAt, hurrying ? 0 : frontDueAt(front))
    if (!busy && dueAt <= clock.now()) {
      leave(lane, front)
      return
    }
    for (const part of waiting)
      ledger.stands(part.id, 'held', front.includes(part) ? dueAt : Math.max(dueAt, part.dueAt))
    if (!busy) lane.cancel = clock.after(dueAt - clock.now(), () => arrange(lane))
  }

  function leave(lane: Lane, front: readonly LanePart[]): void {
    lane.busy = true
    lane.leaving = new Set(front.map(({ id }) => id))
    for (const { id } of front) ledger.stands(id, 'sending', null)
    for (const { id, dueAt } of waitingIn(lane)) ledger.stands(id, 'held', dueAt)
    const hears = {
      planned: (decided: ReadonlyMap<string, WriteEnd>, patch: PatchPlan) => plan(lane, decided, patch),
      checking: (lookAt: number) => check(lane, lookAt),
    }
    void sendAlone({ ...tools, ...hears }, lane.leadId, front)
      .catch((thrown: unknown): BatchEnd => {
        tools.fault(thrown)
        return { kind: 'ended', end: { state: 'unknown', fault: unknownOutcome('change') } }
      })
      .then((end) => comeBack(lane, end))
  }

  /** Ends writes of a lane. Who built on one that never came stands then on what that stood on. */
  function endParts(lane: Lane, ends: ReadonlyMap<string, WriteEnd>): void {
    const untrue = [...ends].filter(([, { state }]) => neverSent.includes(state)).map(([id]) => id)
    lane.parts = withoutParts(lane.parts, untrue).filter(({ id }) => !ends.has(id))
    lane.leaving = new Set([...lane.leaving].filter((id) => !ends.has(id)))
    for (const [id, how] of ends) ledger.end(id, how)
  }

  /** What is overtaken ends with the request that took its place: should that not leave, it can still be taken back. */
  function plan(lane: Lane, decided: ReadonlyMap<string, WriteEnd>, { going, overtaken }: PatchPlan): void {
    endParts(lane, decided)
    lane.leaving = new Set([...going, ...overtaken])
    lane.overtaken = new Map(overtaken.map((id) => [id, !going.includes(id)]))
    arrange(lane)
  }

  /** A status that comes back into its own can be undone as well. */
  function holdAnew(lane: Lane): void {
    const until = clock.now() + graceSeconds.status * 1000
    lane.parts = lane.parts.map((part) =>
      part.changes.status === undefined || lane.leaving.has(part.id)
        ? part
        : { ...part, dueAt: Math.max(part.dueAt, until) },
    )
  }

  function check(lane: Lane, lookAt: number): void {
    lane.lookAt = lookAt
    for (const id of lane.leaving) ledger.stands(id, 'checking', lookAt)
    arrange(lane)
  }

  function comeBack(lane: Lane, end: BatchEnd): void {
    lane.busy = false
    lane.lookAt = 0
    const pauseMs = end.kind === 'ended' ? undefined : (end.waitMs ?? tryAgainAfterMs[lane.failures])
    if (end.kind === 'unsent' && pauseMs !== undefined && !waits.brokenOff) {
      if (end.waitMs === null) lane.failures += 1
      lane.notBefore = clock.now() + pauseMs
      lane.leaving = new Set()
    } else {
      const how = end.kind === 'ended' ? end.end : end.lastly
      lane.failures = 0
      endParts(lane, new Map([...lane.leaving].map((id) => [id, endOf(lane, id, how)])))
    }
    arrange(lane)
  }

  /** A status that gave way was never sent, whatever became of the other fields of its write. */
  function endOf({ overtaken }: Lane, id: string, how: WriteEnd): WriteEnd {
    const isWhole = overtaken.get(id)
    if (isWhole === undefined) return how
    return isWhole || how.state === 'saved' || how.state === 'unchanged' ? { state: 'replaced' } : how
  }

  return {
    add(leadId: string, part: LanePart): void {
      const lane = laneOf(leadId)
      lane.parts = [...lane.parts, part]
      arrange(lane)
    },

    /** Takes a part back that still waits; false where it does not wait any more. */
    undo(leadId: string, id: string): boolean {
      const lane = lanes.get(leadId)
      if (lane === undefined || !waitingIn(lane).some((part) => part.id === id)) return false
      const isStatus = lane.parts.some((part) => part.id === id && part.changes.status !== undefined)
      endParts(lane, new Map([[id, { state: 'undone' }]]))
      if (isStatus) holdAnew(lane)
      arrange(lane)
      return true
    },

    /** From now on nothing is held for its grace. */
    sendHeld(): void {
      hurrying = true
      for (const lane of [...lanes.values()]) arrange(lane)
    },

    /** For a stop: what waits for the upstream's leave ends as not sent. */
    giveUp(end: WriteEnd): void {
      for (const lane of [...lanes.values()]) {
        lane.cancel()
        endParts(lane, new Map(waitingIn(lane).map(({ id }) => [id, end])))
      }
    },
  }
}

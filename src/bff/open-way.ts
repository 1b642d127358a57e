import { type Live, openLive } from './live/open-live.ts'
import type { Log } from './log-line.ts'
import { tellFault } from './own/tell-fault.ts'
import { createLivePeers } from './replicas/live-peers.ts'
import { openReplicas } from './replicas/open-replicas.ts'
import type { RedisLink } from './replicas/redis-link.ts'
import type { SharedWrites } from './replicas/shared-writes.ts'
import { statusOfWay } from './status-of-way.ts'
import type { Forward, Wrapper } from './upstream/upstream-call.ts'
import { type WrappedWay, wrapTheWay } from './wrappers.ts'
import type { Clock } from './writes/clock.ts'
import { createSafeWrites, type SafeWrites } from './writes/safe-writes.ts'

export interface WayOptions {
  /** What really asks the upstream. */
  readonly core: Forward
  readonly clock: Clock
  readonly key: string
  readonly log: Log
  /** Innermost: see what really came from the upstream. */
  readonly observers: readonly Wrapper[]
  /** Outermost: sees every answer, kept ones too. */
  readonly seeReads: Wrapper
  /** To the other replicas, where there may be any. */
  readonly link?: RedisLink | undefined
}

/** The wrapped way, and all who go it. */
export interface Way {
  readonly wrapped: WrappedWay
  /** For what people look at. */
  readonly forPeople: Forward
  /** For writes, and the reads that belong to one. */
  readonly forWrites: Forward
  readonly writes: SafeWrites
  /** Writes of the other replicas, where there may be any. */
  readonly shared: SharedWrites | undefined
  readonly live: Live
}

/** Joins the way with its travellers: people's reads, safe writes, and the live stream that hears of both. */
export function openWay({ core, clock, key, log, observers, seeReads, link }: WayOptions): Way {
  const wrapped = wrapTheWay(core, { clock, key, observers, link, late: () => live.noteFigures() })
  const forward = seeReads(wrapped.forward)
  const live = openLive({
    clock,
    forward,
    touch: wrapped.touch,
    peers: link && createLivePeers(link),
    way: () => statusOfWay(wrapped),
    fault: (thrown) => tellFault(log, thrown, 'live'),
  })
  const forPeople = live.activity.wrap(forward)
  const forWrites: Forward = (call) => forPeople({ ...call, purpose: 'write' })
  const replicas = link && openReplicas(link, clock)
  const writes = createSafeWrites({
    forward: forWrites,
    clock,
    log,
    locks: replicas?.locks,
    moved(write) {
      live.noteWrite(write)
      replicas?.note(write)
    },
  })
  replicas?.undoFor(writes)
  return { wrapped, forPeople, forWrites, writes, shared: replicas?.shared, live }
}

import type { Clock } from '../writes/clock.ts'
import type { SafeWrites, SafeWritesOptions } from '../writes/safe-writes.ts'
import { leadWriteOf } from '../writes/write-ledger.ts'
import { createLeadLocks } from './lead-locks.ts'
import type { RedisLink } from './redis-link.ts'
import { createSharedWrites, type SharedWrites } from './shared-writes.ts'

export interface Replicas {
  readonly shared: SharedWrites
  /** What the safe writes of this replica are given. */
  readonly forWrites: Pick<SafeWritesOptions, 'onMove' | 'locks'>
  /** Lets other replicas take back what this one holds. */
  undoFor(writes: SafeWrites): void
}

/** What this replica's writes share with those of the others. */
export function openReplicas(link: RedisLink, clock: Clock): Replicas {
  const shared = createSharedWrites(link, () => clock.now())
  return {
    shared,
    forWrites: {
      onMove: (write) => shared.note(leadWriteOf(write, clock.now())),
      locks: createLeadLocks(link),
    },
    undoFor(writes) {
      shared.onUndo((id) => {
        try {
          return writes.undo(id).state === 'undone'
        } catch {
          // Not held any more: whoever asked is told so.
          return false
        }
      })
    },
  }
}

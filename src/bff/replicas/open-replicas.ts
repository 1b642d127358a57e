import type { Clock } from '../writes/clock.ts'
import type { SafeWrites } from '../writes/safe-writes.ts'
import { type KeptWrite, leadWriteOf } from '../writes/write-ledger.ts'
import { createLeadLocks, type LeadLocks } from './lead-locks.ts'
import type { RedisLink } from './redis-link.ts'
import { createSharedWrites, type SharedWrites } from './shared-writes.ts'

export interface Replicas {
  readonly shared: SharedWrites
  readonly locks: LeadLocks
  /** A write of this replica has moved on. */
  note(write: KeptWrite): void
  /** Lets other replicas take back what this one holds. */
  undoFor(writes: SafeWrites): void
}

/** What this replica's writes share with those of the others. */
export function openReplicas(link: RedisLink, clock: Clock): Replicas {
  const shared = createSharedWrites(link, () => clock.now())
  return {
    shared,
    locks: createLeadLocks(link),
    note: (write) => shared.note(leadWriteOf(write, clock.now())),
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

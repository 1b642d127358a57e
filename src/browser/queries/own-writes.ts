import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Lead, LeadChanges, LeadField } from '#contract/lead.ts'
import { writeBookOf } from './client-write-book.ts'
import { isUnderWay, type OwnWrite } from './own-write.ts'
import type { WriteBook } from './write-book.ts'

/** Every write of this tab that somebody may still want to hear of, in the order they were made. */
export function useOwnWrites(): readonly OwnWrite[] {
  const book = useWriteBook()
  return useSyncExternalStore(book.subscribe, book.writes)
}

/** The writes of one lead. */
export function useLeadWrites(leadId: string): readonly OwnWrite[] {
  const book = useWriteBook()
  return useSyncExternalStore(book.subscribe, () => book.writesOf(leadId))
}

/** How many changes wait in this tab for a connection. */
export function useWaitingCount(): number {
  return useOwnWrites().filter((write) => write.state === 'waiting' && isUnderWay(write)).length
}

export interface WriteActions {
  /**
   * Changes a lead as it is shown: at once on every screen, then by the proxy, held for its grace where it sets a status.
   * Resolves with the write as soon as it is with the proxy, has ended or waits for a connection; never rejects.
   */
  readonly change: (lead: Lead, changes: LeadChanges, note?: string) => Promise<OwnWrite>
  /** Takes a held write back; one that has left says so by staying. */
  readonly undo: (id: string) => void
  /** After it was sent: the values from before, as a write of its own with a grace of its own. */
  readonly changeBack: (id: string) => void
  /** Sends what was not sent, not found or never confirmed once more, under its own id where that is safe. */
  readonly sendAgain: (id: string) => void
  /** Looks whether an unconfirmed or unknown write arrived; `checkedAt` tells that it was not there. */
  readonly check: (id: string) => void
  /** Decides one field of a conflict; when the last is decided, what is left of mine is sent. */
  readonly resolve: (id: string, field: LeadField, take: 'mine' | 'theirs') => void
  /** Forgets a write that has ended or was never confirmed; its values are gone with it. */
  readonly dismiss: (id: string) => void
}

export function useWriteActions(): WriteActions {
  return useWriteBook()
}

function useWriteBook(): WriteBook {
  return writeBookOf(useQueryClient())
}

import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { writeBookOf } from './client-write-book.ts'
import { isUnderWay, type OwnWrite } from './own-write.ts'
import type { WriteActions, WriteBook } from './write-book.ts'

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

export function useWriteActions(): WriteActions {
  return useWriteBook()
}

function useWriteBook(): WriteBook {
  return writeBookOf(useQueryClient())
}

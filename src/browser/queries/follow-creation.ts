import type { QueryClient } from '@tanstack/react-query'
import type { Lead } from '#contract/lead.ts'
import { hasEnded, type LeadWrite } from '#contract/lead-write.ts'
import { FailedCall } from './failed-call.ts'
import { listHolds } from './list-holds.ts'
import { failureOfWrite } from './write-end.ts'

export interface Progress {
  /** The answer got lost behind the proxy, which looks for the lead: told whenever that goes on, with how soon. */
  readonly onChecking?: (dueInMs: number | null) => void
}

/**
 * Nobody waits longer than this, in milliseconds. The proxy may take two requests (30 s each) and two rows of looks (the last
 * 125 s after each, a search taking up to 20 s).
 */
const longestMs = 2 * (30_000 + 125_000 + 20_000) + 60_000

/** How the proxy says that creates stand. */
export async function listCreation(writeId: string): Promise<{ startedAt: string; write: LeadWrite | null }> {
  const { startedAt, writes } = await listHolds([writeId])
  return { startedAt, write: writes.find(({ id }) => id === writeId) ?? null }
}

/**
 * Asks for a create that is on its way until it ends. Gives its lead, or `unlisted` where the proxy has forgotten it.
 * Rejects with what it ended with.
 */
export async function followCreation(
  client: QueryClient,
  writeId: string,
  { onChecking }: Progress,
  first: LeadWrite,
): Promise<Lead | 'unlisted'> {
  const until = Date.now() + longestMs
  let write = first
  let misses = 0
  while (!hasEnded(write.state)) {
    if (write.state === 'checking') onChecking?.(write.dueInMs)
    await later(misses === 0 ? Math.max(write.dueInMs ?? 0, 700) + 300 : misses < 5 ? 2_000 : 5_000)
    try {
      const { write: said } = await listCreation(writeId)
      if (said === null) return 'unlisted'
      write = said
      misses = 0
    } catch (error) {
      misses += 1
      if (Date.now() > until) throw error
    }
  }
  if (write.lead !== null) return write.lead
  const failure = failureOfWrite(write) ?? { kind: 'unknown-outcome', externalRef: null, requestId: null }
  void client.invalidateQueries({ queryKey: ['lead-list'], refetchType: 'none' })
  throw new FailedCall(failure, undefined)
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

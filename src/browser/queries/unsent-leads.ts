import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { UnsentConversion } from '#contract/analytics.ts'
import type { Lead } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'
import { ask } from './ask.ts'
import { type FailedCall, toFailedCall } from './failed-call.ts'
import type { Failure } from './failure.ts'
import { nextJoinPage } from './join-plan.ts'
import { joinedLeadsKey } from './known-leads.ts'

/** Calls that joining may cost (safety S27) in the time for which a page counts. */
const joinCalls = 10
/** A page that was read longer ago says nothing of events that came since. */
const pageCountsMs = 5 * 60_000
/** So long after the list is drawn: first what is certain, then what makes it nicer. */
const afterMs = 300

interface JoinPage {
  readonly status: LeadStatus
  readonly nextCursor: string | null
  readonly at: number
}

interface Joined {
  readonly leads: readonly Lead[]
  readonly pages: readonly JoinPage[]
}

const nothing: Joined = { leads: [], pages: [] }

export interface UnsentLeads {
  /** The leads that are known by now, by id. */
  readonly leads: ReadonlyMap<string, Lead>
  /** True while more may come by itself. */
  readonly isLoading: boolean
  /** Why it stopped early; null where it did not. */
  readonly failure: Failure | null
  readonly askAgain: () => void
}

/**
 * The leads behind undelivered events, joined by id from pages of `leads?status=…`, never by a call a row: the newest changes
 * of each status first, one call at a time, ten at most. What is not found stays unknown. `asOf`: the date of the list.
 */
export function useUnsentLeads(rows: readonly UnsentConversion[] | undefined, asOf: number | undefined): UnsentLeads {
  const client = useQueryClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  const kept = useQuery<Joined, FailedCall>({ queryKey: joinedLeadsKey, queryFn: skipToken, staleTime: 'static' }).data
  const { leads: all, pages } = kept ?? nothing
  const leads = new Map(all.map((lead) => [lead.id, lead]))
  const counting = pages.filter(({ at }) => at > (asOf ?? 0) - pageCountsMs)
  const isAsking = rows !== undefined && failure === null && counting.length < joinCalls
  const next = isAsking ? nextJoinPage(rows, leads, counting, leadStatuses) : null
  const question = next === null ? '' : `${next.status} ${next.cursor ?? ''}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: the question stands for the page that is asked for next
  useEffect(() => {
    if (next === null || rows === undefined) return
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      join(client, rows, next, leaving.signal).catch((error: unknown) => {
        if (!leaving.signal.aborted) setFailure(toFailedCall(error).failure)
      })
    }, afterMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [question])
  return { leads, isLoading: next !== null, failure, askAgain: () => setFailure(null) }
}

async function join(
  client: QueryClient,
  rows: readonly UnsentConversion[],
  { status, cursor }: { readonly status: LeadStatus; readonly cursor: string | null },
  signal: AbortSignal,
): Promise<void> {
  const query = { status, sortBy: 'updatedAt' as const, limit: limits.pageSize }
  const { body } = await ask(
    agentEndpoints.listLeads,
    { query: cursor === null ? query : { ...query, cursor } },
    signal,
  )
  const wanted = new Set(rows.map(({ leadId }) => leadId))
  const { leads, pages } = client.getQueryData<Joined>(joinedLeadsKey) ?? nothing
  const merged = new Map([...leads, ...body.data].filter(({ id }) => wanted.has(id)).map((lead) => [lead.id, lead]))
  client.setQueryData<Joined>(joinedLeadsKey, {
    leads: [...merged.values()],
    pages: [
      ...pages.slice(-2 * joinCalls),
      { status, nextCursor: body.pagination?.nextCursor ?? null, at: Date.now() },
    ],
  })
}

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { writeBookOf } from './client-write-book.ts'

/** At most this many request ids go into a ticket. */
const mostIds = 5

/** Request ids of the reads and writes that stood failed in this tab when the page opened, newest first. */
export function useRecentFailureIds(): readonly string[] {
  const client = useQueryClient()
  const [ids] = useState(() => failureIds(client))
  return ids
}

function failureIds(client: QueryClient): readonly string[] {
  const reads = client
    .getQueryCache()
    .getAll()
    .map(({ state }) => ({ error: state.error, at: state.errorUpdatedAt }))
  const writes = client
    .getMutationCache()
    .getAll()
    .map(({ state }) => ({ error: state.error, at: state.submittedAt }))
  const changes = writeBookOf(client)
    .writes()
    .map(({ failure, endedAt, madeAt }) => ({ error: failure && { failure }, at: endedAt ?? madeAt }))
  const ids = [...reads, ...writes, ...changes]
    .sort((one, other) => other.at - one.at)
    .flatMap(({ error }) => (error?.failure.requestId == null ? [] : [error.failure.requestId]))
  return [...new Set(ids)].slice(0, mostIds)
}

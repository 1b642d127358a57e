import { useQuery } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Status } from '#contract/status.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function statusQuery() {
  return reading(bffEndpoints.status, {}, ['status'], freshForMs.own)
}

/** Which upstream this dashboard stands before, and what its key has been seen to do. */
export function useStatus(): View<Status> {
  return toView(useQuery(statusQuery()))
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { UnsentSeen } from '#contract/unsent-seen.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

/**
 * What this dashboard saw of undelivered events. `listAsOf`: the date of the list it is for, which the proxy has taken in by
 * then; held back until there is one. Costs no call of the shared budget.
 */
export function useUnsentSeen(listAsOf: number | undefined): View<UnsentSeen> {
  const query = reading(
    bffEndpoints.unsentSeen,
    {},
    ['unsent-seen', listAsOf],
    Number.POSITIVE_INFINITY,
    listAsOf !== undefined,
  )
  return toView(useQuery({ ...query, placeholderData: keepPreviousData }))
}

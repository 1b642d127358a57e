import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { ask } from './ask.ts'
import type { FailedCall } from './failed-call.ts'
import { type Dated, toView, type View } from './view.ts'

/** When the oldest lead was created (ISO 8601); null where there is none, or it does not tell. It never gets younger. */
export function useFirstLead(isAsked: boolean): View<string | null> {
  return toView(
    useQuery<Dated<string | null>, FailedCall>({
      queryKey: ['first-lead'],
      staleTime: Number.POSITIVE_INFINITY,
      enabled: isAsked,
      queryFn: async ({ signal }) => {
        const query = { sortBy: 'createdAt', sortOrder: 'asc', limit: 1 } as const
        const { body, asOf } = await ask(agentEndpoints.listLeads, { query }, signal)
        return { data: body.data[0]?.createdAt ?? null, asOf }
      },
    }),
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Scope } from '#contract/vocabularies.ts'
import { ask } from './ask.ts'

/** Sends the harmless calls of some scopes one after the other; what they show stands in the status afterwards. */
export function useProbeScopes() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (scopes: readonly Scope[]) => {
      const results: { readonly scope: string; readonly status: number | null }[] = []
      for (const scope of scopes) results.push((await ask(bffEndpoints.probeScope, { body: { scope } })).body.data)
      return results
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['status'] })
      void client.invalidateQueries({ queryKey: ['traffic'] })
    },
  })
}

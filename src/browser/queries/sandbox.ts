import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { SandboxState } from '#contract/sandbox-state.ts'
import { ask } from './ask.ts'
import { askEverythingAgain } from './ask-again.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

function sandboxQuery() {
  return reading(bffEndpoints.readSandbox, {}, ['sandbox'], freshForMs.own)
}

/** How the sandbox was told to behave. Only where it is the upstream. */
export function useSandbox(): View<SandboxState> {
  return toView(useQuery(sandboxQuery()))
}

export function useChangeSandbox() {
  const client = useQueryClient()
  return useMutation({
    // One after the other: each says all there is to say.
    scope: { id: 'sandbox' },
    mutationFn: (body: SandboxState) => ask(bffEndpoints.changeSandbox, { body }),
    onSuccess: ({ body, asOf }) => client.setQueryData(sandboxQuery().queryKey, { data: body.data, asOf }),
  })
}

/** Lets leads come in at once; what is on the screen asks again. */
export function useSandboxArrivals() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (leads: number) => (await ask(bffEndpoints.arriveInSandbox, { body: { leads } })).body.data.leads,
    onSuccess: () => askEverythingAgain(client),
  })
}

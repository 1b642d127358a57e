import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Member } from '#contract/member.ts'
import { ask } from './ask.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function membersQuery() {
  return reading(bffEndpoints.listMembers, {}, ['members'], freshForMs.own)
}

/** Member ids seen so far with the names given in this dashboard. */
export function useMembers(): View<Member[]> {
  return toView(useQuery(membersQuery()))
}

/** Names one member, or takes the name away (empty text). */
export function useNameMember() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { id: string; name: string }) =>
      ask(bffEndpoints.nameMember, { params: { id: input.id }, body: { name: input.name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}

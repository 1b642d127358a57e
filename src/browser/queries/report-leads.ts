import { useQueries } from '@tanstack/react-query'
import type { Lead } from '#contract/lead.ts'
import { leadDetailQuery } from './lead-detail.ts'

/** Leads that a person may name in one ticket: each costs a call. */
export const reportLeadLimit = 10

/** The leads of a ticket, asked for only once somebody wants to name them. `missing`: those asked for that did not come. */
export function useReportLeads(
  ids: readonly string[],
  isAsked: boolean,
): { readonly leads: readonly Lead[]; readonly isPending: boolean; readonly missing: number; readonly isCut: boolean } {
  const asked = isAsked ? ids.slice(0, reportLeadLimit) : []
  const results = useQueries({ queries: asked.map((id) => leadDetailQuery(id)) })
  const leads = results.flatMap(({ data }) => data?.data ?? [])
  const isPending = results.some((result) => result.isPending)
  const missing = isPending ? 0 : asked.length - leads.length
  return { leads, isPending, missing, isCut: isAsked && ids.length > reportLeadLimit }
}

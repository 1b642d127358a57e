import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import {
  type CountingUpstream,
  createCountingUpstream,
  type UpstreamModel,
} from '../../budget/testing/counting-upstream.ts'
import type { UpstreamCall } from '../../upstream/upstream-call.ts'
import type { Clock } from '../../writes/clock.ts'

export interface BusyUpstream extends CountingUpstream {
  readonly leads: ReadonlyMap<string, Lead>
  /** Somebody changes a lead without this dashboard. */
  change(id: string, changes: Partial<Lead>): Lead
}

/** An upstream with a limit, leads that change, and figures that tell how often something counted did. */
export function createBusyUpstream(clock: Clock, model: UpstreamModel, leadCount: number): BusyUpstream {
  const counting = createCountingUpstream(clock, model)
  const leads = new Map<string, Lead>()
  let version = 0
  const stamp = () => new Date(clock.now()).toISOString()
  for (let one = 0; one < leadCount; one += 1) {
    const at = new Date(clock.now() - (one + 1) * 3600_000).toISOString()
    leads.set(`lead_${one}`, buildLead({ id: `lead_${one}`, createdAt: at, updatedAt: at }))
  }

  function change(id: string, changes: Partial<Lead>): Lead {
    const changed = { ...buildLead({ id }), ...leads.get(id), ...changes, updatedAt: stamp() }
    leads.set(id, changed)
    if (!('notes' in changes)) version += 1
    return changed
  }

  function dataOf({ name, params, query, body }: UpstreamCall): unknown {
    const id = params?.id ?? ''
    if (name === 'updateLead') return change(id, body as Partial<Lead>)
    if (name === 'getLead') return leads.get(id)
    if (name !== 'listLeads') return { version }
    const newestFirst = [...leads.values()].sort((a, b) => ((a.updatedAt ?? '') < (b.updatedAt ?? '') ? 1 : -1))
    return newestFirst.slice(0, Number(query?.limit ?? 50))
  }

  return {
    ...counting,
    leads,
    change,
    async forward(call) {
      const answer = await counting.forward(call)
      if (answer.status !== 200) return answer
      const json = { success: true, data: dataOf(call) }
      return { ...answer, json, bytes: new TextEncoder().encode(JSON.stringify(json)) }
    },
  }
}

import type { Lead, LeadChanges, LeadCreate } from '#contract/lead.ts'
import type { Forward, UpstreamAnswer } from '../../upstream/upstream-call.ts'
import { UpstreamFailure } from '../../upstream/upstream-failure.ts'
import type { Clock } from '../clock.ts'

/**
 * What befalls one request. `before send`: it surely never left. `after send`: it left, and was lost. `after commit`:
 * it acted, and the answer was lost. `late commit`: the answer was lost, and it acts that much later.
 */
export type MemoryFault =
  | { readonly kind: 'none' | 'before send' | 'after send' | 'after commit' }
  | { readonly kind: 'late commit'; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403 | 500 }
  | { readonly kind: 'too often'; readonly retryAfter: number }

/** A change that took place, in the order in which they did. */
export interface Commit {
  readonly leadId: string
  readonly before: Lead
  readonly changes: Partial<LeadChanges>
  /** True for one that came through `forward`. */
  readonly ours: boolean
}

export interface MemoryUpstream {
  readonly forward: Forward
  readonly leads: Map<string, Lead>
  readonly commits: Commit[]
  /** Bodies of every PATCH and POST that was asked for, lost ones too. */
  readonly asked: { readonly name: 'updateLead' | 'createLead'; readonly body: unknown; readonly fault: MemoryFault }[]
  /** Writes as somebody does who does not go through this proxy. */
  writeDirectly(id: string, changes: Partial<LeadChanges>): void
}

/**
 * The Agent API in memory, for models. Every answer takes a moment of the clock. `faultOf` is asked once a request;
 * `searchLagMs`, once a create, how long no search finds it.
 */
export function createMemoryUpstream(options: {
  readonly clock: Clock
  readonly leads: readonly Lead[]
  readonly faultOf: (kind: 'read' | 'write') => MemoryFault
  readonly searchLagMs?: () => number
}): MemoryUpstream {
  const { clock, faultOf, searchLagMs = () => 0 } = options
  const leads = new Map(options.leads.map((lead) => [lead.id, lead]))
  const findableFrom = new Map<string, number>()
  const commits: Commit[] = []
  const asked: MemoryUpstream['asked'] = []

  function answer(status: number, json: Record<string, unknown>, retryAfter?: number): UpstreamAnswer {
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
    return { status, headers, text: '', json, documented: true, answeredAt: clock.now() }
  }
  function refusal(status: number, code: string, retryAfter?: number): UpstreamAnswer {
    return answer(status, { success: false, error: { code, message: 'On command', details: null } }, retryAfter)
  }
  function stamp(): string {
    return new Date(clock.now()).toISOString()
  }

  function update(id: string, changes: Partial<LeadChanges>, ours: boolean): UpstreamAnswer {
    const before = leads.get(id)
    if (before === undefined) return refusal(404, 'NOT_FOUND')
    const { externalRef: _, ...rest } = { ...before, ...changes, updatedAt: stamp() }
    leads.set(id, rest)
    commits.push({ leadId: id, before, changes, ours })
    return answer(200, { success: true, data: rest })
  }
  function create(body: LeadCreate): UpstreamAnswer {
    const id = `made_${leads.size + 1}`
    const made: Lead = { status: 'new', ...body, id, createdAt: stamp(), updatedAt: stamp() }
    leads.set(id, made)
    findableFrom.set(id, clock.now() + searchLagMs())
    return answer(201, { success: true, data: made })
  }
  function search(text: string): UpstreamAnswer {
    const rows = [...leads.values()].filter(
      (lead) => lead.externalRef === text && (findableFrom.get(lead.id) ?? 0) <= clock.now(),
    )
    return answer(200, { success: true, data: rows.map(({ externalRef: _, ...rest }) => rest) })
  }

  return {
    leads,
    commits,
    asked,
    writeDirectly: (id, changes) => void update(id, changes, false),
    async forward({ name, params, query, body }) {
      const isWrite = name === 'updateLead' || name === 'createLead'
      const fault = faultOf(isWrite ? 'write' : 'read')
      if (isWrite) asked.push({ name, body, fault })
      await new Promise<void>((resolve) => clock.after(5, resolve))
      const act = (): UpstreamAnswer => {
        if (name === 'updateLead') return update(params?.id ?? '', body as Partial<LeadChanges>, true)
        if (name === 'createLead') return create(body as LeadCreate)
        if (name === 'listLeads') return search(String(query?.search))
        const lead = leads.get(params?.id ?? '')
        return lead === undefined ? refusal(404, 'NOT_FOUND') : answer(200, { success: true, data: lead })
      }
      switch (fault.kind) {
        case 'none':
          return act()
        case 'before send':
          throw new UpstreamFailure('unreachable', false)
        case 'after send':
          throw new UpstreamFailure('timeout', true)
        case 'after commit':
          act()
          throw new UpstreamFailure('unreachable', true)
        case 'late commit':
          clock.after(fault.afterMs, act)
          throw new UpstreamFailure('timeout', true)
        case 'refused':
          return refusal(fault.status, 'ON_COMMAND')
        case 'too often':
          return refusal(429, 'RATE_LIMITED', fault.retryAfter)
      }
    },
  }
}

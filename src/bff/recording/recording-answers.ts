import { agentBasePath } from '#contract/agent-endpoints.ts'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'

export interface PlainAnswer {
  readonly status: number
  readonly json: unknown
}

const notFound: PlainAnswer = {
  status: 404,
  json: { success: false, error: { code: 'NOT_FOUND', message: 'Not found', details: null } },
}

const fixed: Readonly<Record<string, unknown>> = {
  'GET /analytics/summary': { totalLeads: 1, newLeads: 1, contactedLeads: 0, totalConversions: 0 },
  'GET /analytics/funnel': [{ status: 'new', count: 1, percentage: 100 }],
  'GET /analytics/campaigns': [{ campaignName: 'Ramadan', adPlatform: 'meta', leads: 1, conversions: 0 }],
  'GET /conversions/status': { pending: 1, synced: 0, partial: 0, failed: 0, none: 0 },
  'GET /conversions/pending': [{ leadId: 'lead_abc123', status: 'new', conversionSyncStatus: 'pending' }],
  'GET /workspace': { displayName: 'Recording', timezone: 'Asia/Jakarta', currency: 'IDR', language: 'id' },
}

/** Small, valid answers over a handful of leads, which writes change: enough to see what became of a write. */
export function answerPlainly(leads: Map<string, Lead>, method: string, target: string, body: string): PlainAnswer {
  const url = new URL(target, 'http://recording.invalid')
  const path = url.pathname.replace(agentBasePath, '')
  const good = (data: unknown, status = 200): PlainAnswer => ({ status, json: { success: true, data } })
  const data = fixed[`${method} ${path}`]
  if (data !== undefined) return good(data)
  if (method === 'POST' && path === '/support/tickets') {
    return good(
      {
        ticketId: 'ticket_1',
        ticketRef: 'ABCDE-1234',
        subject: read<{ subject: string }>(body).subject,
        status: 'new',
      },
      201,
    )
  }
  if (method === 'POST' && path === '/leads') {
    const stamp = new Date().toISOString()
    const made: Lead = {
      ...buildLead(read<Lead>(body)),
      id: `lead_${leads.size + 1}`,
      createdAt: stamp,
      updatedAt: stamp,
    }
    leads.set(made.id, made)
    return good(made, 201)
  }
  if (method === 'GET' && path === '/leads') {
    const search = url.searchParams.get('search') ?? ''
    const rows = [...leads.values()].filter((lead) => JSON.stringify(lead).includes(search)).map(withoutRef)
    return {
      status: 200,
      json: { success: true, data: rows, pagination: { page: 1, limit: 50, total: rows.length, nextCursor: null } },
    }
  }
  const lead = leads.get(/^\/leads\/([^/]+)$/.exec(path)?.[1] ?? '')
  if (lead === undefined) return notFound
  if (method === 'GET') return good(withoutRef(lead))
  if (method !== 'PATCH') return notFound
  const changed = { ...lead, ...read<Lead>(body), updatedAt: new Date().toISOString() }
  leads.set(lead.id, changed)
  return good(changed)
}

function withoutRef(lead: Lead): Lead {
  const { externalRef: _, ...rest } = lead
  return rest
}

function read<T>(body: string): Partial<T> {
  try {
    return JSON.parse(body) as Partial<T>
  } catch {
    return {}
  }
}

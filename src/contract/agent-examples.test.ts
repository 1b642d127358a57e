import { describe, expect, it } from 'vitest'
import { type AgentEndpointName, agentEndpoints } from './agent-endpoints.ts'
import { errorAnswer } from './envelope.ts'

// The answers below are the specification's own examples (version 2.2.0), shortened nowhere.
const budi = {
  id: 'lead_abc123',
  uniqueCode: 'KNK-001',
  firstName: 'Budi',
  lastName: 'Santoso',
  email: 'budi@example.com',
  phone: '+6281234567890',
  status: 'new',
  priority: 'medium',
  source: 'ads',
  adPlatform: 'meta',
  assignedTo: null,
  estimatedValue: 5000000,
  actualValue: null,
  notes: null,
  createdAt: '2025-01-15T10:30:00.000Z',
  updatedAt: '2025-01-15T10:30:00.000Z',
}

const answers: Readonly<Record<Exclude<AgentEndpointName, 'skill'>, unknown>> = {
  listLeads: {
    success: true,
    data: [budi],
    pagination: { page: 1, limit: 10, total: 42, totalPages: 5, nextCursor: 'eyJpZCI6ImxlYWRfYWJjMTIzIn0' },
  },
  getLead: { success: true, data: budi },
  createLead: {
    success: true,
    data: {
      id: 'lead_xyz789',
      uniqueCode: 'KNK-002',
      firstName: 'Andi',
      email: 'andi@example.com',
      status: 'new',
      priority: 'medium',
      source: 'ads',
      adPlatform: 'meta',
      createdAt: '2025-01-16T08:00:00.000Z',
      updatedAt: '2025-01-16T08:00:00.000Z',
    },
  },
  updateLead: {
    success: true,
    data: {
      id: 'lead_xyz789',
      uniqueCode: 'KNK-002',
      firstName: 'Andi',
      status: 'contacted',
      notes: 'Called via WhatsApp',
      updatedAt: '2025-01-16T09:15:00.000Z',
    },
  },
  summary: {
    success: true,
    data: {
      totalLeads: 156,
      newLeads: 42,
      contactedLeads: 38,
      totalConversions: 12,
      totalConversionValue: 45000000,
      timeframe: 'last_7_days',
      period: { from: '2025-01-09T00:00:00.000Z', to: '2025-01-16T00:00:00.000Z' },
    },
  },
  funnel: {
    success: true,
    data: [
      { status: 'new', count: 42, percentage: 26.92 },
      { status: 'contacted', count: 38, percentage: 24.36 },
      { status: 'qualified', count: 25, percentage: 16.03 },
      { status: 'proposal', count: 20, percentage: 12.82 },
      { status: 'won', count: 12, percentage: 7.69 },
      { status: 'lost', count: 19, percentage: 12.18 },
    ],
  },
  campaigns: {
    success: true,
    data: [
      { campaignName: 'Promo Januari', adPlatform: 'meta', leads: 85, conversions: 8, conversionValue: 32000000 },
      { campaignName: 'Brand Awareness', adPlatform: 'google', leads: 45, conversions: 3, conversionValue: 12000000 },
    ],
  },
  syncStatus: { success: true, data: { pending: 5, synced: 42, partial: 2, failed: 1, none: 106 } },
  unsentConversions: {
    success: true,
    data: [
      {
        leadId: 'lead_abc123',
        uniqueCode: 'KNK-001',
        status: 'won',
        adPlatform: 'meta',
        conversionSyncStatus: 'pending',
        lastConversionSyncAt: null,
      },
      {
        leadId: 'lead_def456',
        uniqueCode: 'KNK-005',
        status: 'won',
        adPlatform: 'google',
        conversionSyncStatus: 'failed',
        lastConversionSyncAt: '2025-01-15T12:00:00.000Z',
      },
    ],
  },
  workspace: {
    success: true,
    data: {
      displayName: 'Toko Budi Online',
      timezone: 'Asia/Jakarta',
      currency: 'IDR',
      language: 'id',
      dateFormat: 'DD/MM/YYYY',
      trackingCode: 'KNK-abc123',
      subscription: {
        plan: 'pro',
        status: 'active',
        interval: 'monthly',
        currentPeriodEnd: '2025-02-15T00:00:00.000Z',
      },
      usage: { leadsPerDay: { limit: 500, current: 23 }, teamMembers: 5, activeRotators: 2 },
    },
  },
  createTicket: {
    success: true,
    data: {
      ticketId: 't_abc123',
      ticketRef: 'A1B2C-3D4E',
      subject: 'Tracking pixel not firing',
      status: 'new',
      priority: 'high',
      createdAt: '2026-03-10T08:00:00.000Z',
    },
  },
}

const names = Object.keys(answers) as (keyof typeof answers)[]

describe("the specification's examples", () => {
  it.each(names)('of %s pass, and nothing of them is lost', (name) => {
    const parsed = agentEndpoints[name].response.safeParse(answers[name])
    expect(parsed.error?.issues).toBeUndefined()
    expect(parsed.data).toEqual(answers[name])
  })

  it.each(names)('of %s are refused without data, or with data of another kind', (name) => {
    const { response } = agentEndpoints[name]
    expect(response.safeParse({ success: true }).success).toBe(false)
    expect(response.safeParse({ success: true, data: 'text' }).success).toBe(false)
    expect(response.safeParse({ ...(answers[name] as object), success: false }).success).toBe(false)
  })

  it.each(names)('of %s pass with fields nobody has heard of', (name) => {
    expect(agentEndpoints[name].response.safeParse({ ...(answers[name] as object), meta: { a: 1 } }).success).toBe(true)
  })

  it('of the bodies pass', () => {
    const lead = { firstName: 'Andi', email: 'andi@example.com', status: 'new', source: 'ads', adPlatform: 'meta' }
    expect(agentEndpoints.createLead.body.safeParse(lead).data).toEqual(lead)
    const changes = { status: 'contacted', notes: 'Called via WhatsApp' }
    expect(agentEndpoints.updateLead.body.safeParse(changes).data).toEqual(changes)
    const ticket = { subject: 'Tracking pixel not firing', message: 'Our Meta pixel events stopped.', priority: 'high' }
    expect(agentEndpoints.createTicket.body.safeParse(ticket).data).toEqual(ticket)
  })

  it('of an error pass, with details and without', () => {
    const details = { firstName: 'Required', email: 'Invalid email' }
    for (const error of [
      { code: 'VALIDATION_ERROR', message: 'Invalid request parameters', details },
      { code: 'ERROR_CODE', message: 'Human-readable description', details: null },
    ]) {
      expect(errorAnswer.safeParse({ success: false, error }).data).toEqual({ success: false, error })
    }
  })
})

describe('answers that say less or more than the specification', () => {
  const { response } = agentEndpoints.getLead

  it('pass with nothing but the id: missing is unknown', () => {
    expect(response.safeParse({ success: true, data: { id: 'a' } }).data).toEqual({ success: true, data: { id: 'a' } })
  })

  it('pass with values that no vocabulary lists', () => {
    const odd = { ...budi, status: 'archived', priority: 'top', source: 'radio', adPlatform: 'x' }
    expect(response.safeParse({ success: true, data: odd }).data).toEqual({ success: true, data: odd })
  })

  it('fail without an id, or with a number for a text', () => {
    expect(response.safeParse({ success: true, data: { ...budi, id: '' } }).success).toBe(false)
    expect(response.safeParse({ success: true, data: { ...budi, phone: 62812 } }).success).toBe(false)
  })
})

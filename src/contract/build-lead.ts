import type { Lead } from './lead.ts'

/** A whole lead for tests: the specification's example, with what the test cares about laid over it. */
export function buildLead(overrides: Partial<Lead> = {}): Lead {
  return {
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
    estimatedValue: 5_000_000,
    actualValue: null,
    notes: null,
    createdAt: '2025-01-15T10:30:00.000Z',
    updatedAt: '2025-01-15T10:30:00.000Z',
    ...overrides,
  }
}

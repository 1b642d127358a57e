import type { OwnWrite } from './own-write.ts'

/** A held change of a status, for tests, with what the test cares about laid over it. */
export function buildOwnWrite(overrides: Partial<OwnWrite> = {}): OwnWrite {
  return {
    id: '0192f0c1-0000-4000-8000-000000000001',
    leadId: 'lead_abc123',
    base: { updatedAt: '2025-01-15T10:30:00.000Z', values: { status: 'new' } },
    changes: { status: 'contacted' },
    note: null,
    madeAt: 0,
    sentAt: 0,
    sentTo: null,
    state: 'held',
    dueAt: 5_000,
    endedAt: null,
    failure: null,
    isUnconfirmed: false,
    checkedAt: null,
    isUndoing: false,
    savedAs: null,
    ...overrides,
  }
}

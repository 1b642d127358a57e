import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { writeClientRef } from '#contract/client-ref.ts'
import { createdLead } from './find-lead.ts'

const lead = buildLead({ firstName: 'Sari', phone: '+6281234567890', email: null })
const sentAt = Date.parse(lead.createdAt ?? '') - 1000
const sent = { firstName: ' Sari ', phone: '+6281234567890', sentAt }
const ours = writeClientRef(Date.UTC(2026, 10, 24), new Uint8Array(16))

describe('the lead of a create whose answer got lost', () => {
  it('is never a stranger that only has the reference somewhere in its texts', () => {
    expect(createdLead([buildLead({ firstName: 'Budi' })], { ...sent, externalRef: '12' })).toBeNull()
    expect(createdLead([{ ...lead, email: 's@x.id' }], { ...sent, externalRef: '12' })).toBeNull()
  })

  it('is the single match with the same name, phone and e-mail under a reference that a person gave', () => {
    expect(createdLead([lead], { ...sent, externalRef: '12' })).toBe(lead)
    expect(createdLead([lead, buildLead({ id: 'other' })], { ...sent, externalRef: '12' })).toBeNull()
    expect(createdLead([], { ...sent, externalRef: '12' })).toBeNull()
  })

  it('is no older lead that has the same person and the same reference', () => {
    expect(createdLead([lead], { ...sent, externalRef: '12', sentAt: sentAt + 86_400_000 })).toBeNull()
  })

  it('is proven by a reference of ours', () => {
    expect(createdLead([lead], { externalRef: ours, sentAt: sentAt + 86_400_000 })).toBe(lead)
  })
})

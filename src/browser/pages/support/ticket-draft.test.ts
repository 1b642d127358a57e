import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { ticketCreate } from '#contract/ticket.ts'
import { ticketPriorities } from '#contract/vocabularies.ts'
import { diagnosticLines } from './diagnostics.ts'
import { emptyTicket, isTicketDraft, messageOf, ticketFaults, toTicket } from './ticket-draft.ts'

const filled = { ...emptyTicket, subject: 'Tracking pixel not firing', message: 'Since yesterday.' }

describe('a ticket', () => {
  it('carries the diagnostics under a line, and none when they are removed', () => {
    expect(messageOf(filled, 'Dashboard 1')).toBe('Since yesterday.\n\n---\nDashboard 1')
    expect(messageOf({ ...filled, withDiagnostics: false }, 'Dashboard 1')).toBe('Since yesterday.')
    expect(messageOf(filled, '')).toBe('Since yesterday.')
  })

  it('holds the limits of the subject on both sides', () => {
    const subject = (length: number) => ticketFaults({ ...filled, subject: 'x'.repeat(length) }, '').subject
    expect(subject(2)).toEqual({ kind: 'short', min: 3 })
    expect(subject(3)).toBeUndefined()
    expect(subject(180)).toBeUndefined()
    expect(subject(181)).toEqual({ kind: 'long', max: 180, over: 1 })
  })

  it('counts message and diagnostics together', () => {
    const diagnostics = 'd'.repeat(100)
    const room = limits.message - messageOf({ ...filled, message: '' }, diagnostics).length
    const fits = { ...filled, message: 'x'.repeat(room) }
    expect(ticketFaults(fits, diagnostics)).toEqual({})
    expect(toTicket(fits, diagnostics).message).toHaveLength(limits.message)
    const tooLong = { ...filled, message: 'x'.repeat(room + 2) }
    expect(ticketFaults(tooLong, diagnostics).message).toEqual({ kind: 'together', over: 2 })
    expect(ticketFaults({ ...tooLong, withDiagnostics: false }, diagnostics)).toEqual({})
  })

  it('is not sent with diagnostics alone', () => {
    expect(ticketFaults({ ...filled, message: '  ' }, 'Dashboard 1').message).toEqual({ kind: 'short', min: 1 })
  })

  it('has no fault exactly where the schema of the wire accepts it', () => {
    const drafts = fc.record({
      subject: fc.string({ maxLength: 200 }),
      message: fc.oneof(
        fc.string(),
        fc.integer({ min: 9_900, max: 10_050 }).map((n) => 'x'.repeat(n)),
      ),
      priority: fc.constantFrom(...ticketPriorities),
      withDiagnostics: fc.boolean(),
      reportOf: fc.constantFrom(null, 'lead_abc123'),
    })
    fc.assert(
      fc.property(drafts, fc.string({ maxLength: 60 }), (draft, diagnostics) => {
        expect(Object.keys(ticketFaults(draft, diagnostics)).length === 0).toBe(
          ticketCreate.safeParse(toTicket(draft, diagnostics)).success && draft.message.trim() !== '',
        )
      }),
    )
  })

  it('comes back from storage only in one piece', () => {
    expect(isTicketDraft(JSON.parse(JSON.stringify(filled)))).toBe(true)
    expect(isTicketDraft({ ...filled, priority: 'now' })).toBe(false)
    expect(isTicketDraft(null)).toBe(false)
  })
})

describe('diagnostics', () => {
  it('name version, upstream, zone and request ids, and nothing that is not known', () => {
    const status = {
      upstream: { kind: 'sandbox' as const, host: '127.0.0.1:1234' },
      keyEndsWith: '3a9b',
      scopes: [],
      openToNetwork: false,
      version: '0.1.0',
    }
    const lines = diagnosticLines({ status, zone: 'Asia/Jakarta', requestIds: ['a', 'b'] })
    expect(lines).toEqual([
      'Dashboard 0.1.0 · sandbox · 127.0.0.1:1234',
      'Workspace time zone Asia/Jakarta',
      'Request ids a, b',
    ])
    expect(lines.join()).not.toContain('3a9b')
    expect(diagnosticLines({ status: undefined, zone: null, requestIds: [] })).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryRates } from './delivery-rates.ts'

describe('deliveryRates', () => {
  it("keeps leads with nothing to send out of the specification's example", () => {
    const rates = deliveryRates({ pending: 5, synced: 42, partial: 2, failed: 1, none: 106 })
    expect(rates.sendable).toBe(50)
    expect(rates.deliveredOfSendable).toBe(0.84)
    expect(rates.settled).toBe(45)
    expect(rates.deliveredOfSettled).toBeCloseTo(0.9333, 4)
    expect(rates.unsent).toBe(8)
    expect(rates.nothingToSend).toBe(106)
  })

  it('takes a missing state for unknown, not for zero', () => {
    const rates = deliveryRates({ synced: 42, partial: 2, failed: 1, none: 106 })
    expect(rates.waiting).toBeNull()
    expect(rates.sendable).toBeNull()
    expect(rates.deliveredOfSendable).toBeNull()
    expect(rates.settled).toBe(45)
  })

  it('has no rate of nothing', () => {
    const rates = deliveryRates({ pending: 0, synced: 0, partial: 0, failed: 0, none: 9 })
    expect(rates.deliveredOfSendable).toBeNull()
    expect(rates.deliveredOfSettled).toBeNull()
  })

  it('never depends on what has nothing to send', () => {
    const count = fc.option(fc.nat(10_000))
    const answer = fc.record({ pending: count, synced: count, partial: count, failed: count })
    fc.assert(
      fc.property(answer, count, count, (status, one, other) => {
        const { nothingToSend: _, ...rates } = deliveryRates({ ...status, none: one })
        expect(deliveryRates({ ...status, none: other })).toMatchObject(rates)
      }),
    )
  })
})

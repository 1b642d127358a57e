import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressKey, createTryLimits, tryRules } from './try-limits.ts'

function limitsAt(start = 0) {
  const clock = { at: start }
  const limits = createTryLimits(() => clock.at)
  return { clock, begin: (from = '10.0.0.1') => limits.begin(from) }
}

it('looks at five tries of an address in a minute, then pauses longer and longer', () => {
  const { clock, begin } = limitsAt()
  for (let index = 0; index < 5; index++) expect(begin().waitMs).toBe(0)
  const pauses: number[] = []
  for (let round = 0; round < 7; round++) {
    const { waitMs } = begin()
    pauses.push(waitMs / 1000)
    clock.at += waitMs - 1
    expect(begin().waitMs).toBe(1)
    clock.at += 1
    expect(begin().waitMs).toBe(0)
  }
  expect(pauses).toEqual([60, 120, 240, 480, 900, 900, 900])
})

it('lets an address alone that tries rarely, and forgets after an hour of peace', () => {
  const { clock, begin } = limitsAt()
  for (let index = 0; index < 100; index++) {
    expect(begin().waitMs).toBe(0)
    clock.at += 15_001
  }
  for (let index = 0; index < 5; index++) begin()
  clock.at += begin().waitMs + tryRules.address.forgottenAfterMs
  for (let index = 0; index < 5; index++) expect(begin().waitMs).toBe(0)
  expect(begin().waitMs).toBe(60_000)
})

it('takes back a good try alone: who knows one passphrase cannot wipe out wrong tries for another', () => {
  const { begin } = limitsAt()
  for (let index = 0; index < 4; index++) begin()
  for (let index = 0; index < 20; index++) begin().takeBack()
  expect(begin().waitMs).toBe(0)
  expect(begin().waitMs).toBe(60_000)
})

it('slows everybody down where tries come from many addresses, never for more than half a minute', () => {
  const { clock, begin } = limitsAt()
  for (let index = 0; index < 30; index++) expect(begin(`10.0.0.${index}`).waitMs).toBe(0)
  const pauses: number[] = []
  for (let round = 0; round < 7; round++) {
    const { waitMs } = begin(`10.0.1.${round}`)
    pauses.push(waitMs / 1000)
    clock.at += waitMs
    expect(begin(`10.0.1.${round}`).waitMs).toBe(0)
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30])
})

it('keeps nobody out, however many addresses try, who has signed in from theirs before', () => {
  const { clock, begin } = limitsAt()
  begin('10.9.9.9').accept()
  for (let second = 0; second < 600; second++) {
    // What a machine at many addresses tries at once, whenever it may.
    for (let index = 0; index < 5; index++) begin(`10.${second % 200}.${index}.1`)
    clock.at += 1000
    if (second % 60 === 59) begin('10.9.9.9').accept()
  }
  for (let index = 0; index < 5; index++) expect(begin('10.9.9.9').waitMs).toBe(0)
  expect(begin('10.9.9.9').waitMs, 'wrong ones count there too').toBe(60_000)
})

it('never looks at more tries than the rules allow, whatever comes when (wrong ones only)', () => {
  const step = fc.record({ afterMs: fc.integer({ min: 0, max: 20_000 }), from: fc.integer({ min: 0, max: 3 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { clock, begin } = limitsAt()
      const taken = new Map<number, number[]>()
      for (const { afterMs, from } of steps) {
        clock.at += afterMs
        if (begin(`10.0.0.${from}`).waitMs > 0) continue
        const own = [...(taken.get(from) ?? []).filter((at) => at > clock.at - 60_000), clock.at]
        taken.set(from, own)
        expect(own.length).toBeLessThanOrEqual(5)
      }
    }),
  )
})

it('counts a mapped address as its IPv4, and a /64 of IPv6 as one', () => {
  expect(addressKey('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(addressKey('2001:db8:1:2::5')).toBe(addressKey('2001:DB8:1:2:9:8:7:6'))
  expect(addressKey('2001:db8:1:3::5')).not.toBe(addressKey('2001:db8:1:2::5'))
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(addressKey('::1')).toBe('0:0:0:0')
})

import { describe, expect, it } from 'vitest'
import { reconcileUnsent } from './reconcile-unsent.ts'

describe('reconcileUnsent', () => {
  it('takes what the list has beyond the period for events of other leads', () => {
    expect(reconcileUnsent(6, 8, false, true)).toEqual({ kind: 'outside', count: 2 })
  })

  it('says so where both hold the same', () => {
    expect(reconcileUnsent(8, 8, true, true)).toEqual({ kind: 'same', count: 8 })
  })

  it('explains a shorter list, or any difference over all time, by the moments of reading', () => {
    expect(reconcileUnsent(8, 6, false, true)).toEqual({ kind: 'apart', count: 2 })
    expect(reconcileUnsent(6, 8, true, true)).toEqual({ kind: 'apart', count: 2 })
  })

  it('does not take what came in between for events of other leads', () => {
    expect(reconcileUnsent(6, 8, false, false)).toEqual({ kind: 'unclear', count: 2 })
  })

  it('claims nothing where either is unknown', () => {
    expect(reconcileUnsent(null, 8, false, true).kind).toBe('unknown')
    expect(reconcileUnsent(8, null, false, true).kind).toBe('unknown')
  })
})

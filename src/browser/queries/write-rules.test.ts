import { describe, expect, it } from 'vitest'
import { buildOwnWrite } from './build-own-write.ts'
import { uponSaved } from './write-rules.ts'

describe('a write upon what was saved', () => {
  it('goes back past a status of ours that was only shown', () => {
    const first = buildOwnWrite({
      id: 'a',
      state: 'replaced',
      base: { values: { status: 'contacted' } },
      changes: { status: 'proposal' },
    })
    const second = buildOwnWrite({
      id: 'b',
      state: 'saved',
      base: { values: { status: 'proposal' } },
      changes: { status: 'responded' },
    })
    expect(uponSaved(second, [first, second]).base.values).toEqual({ status: 'contacted' })
    expect(uponSaved(second, [{ ...first, state: 'saved' }, second]).base.values).toEqual({ status: 'proposal' })
  })
})

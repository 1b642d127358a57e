import { expect, it } from 'vitest'
import { leadStatuses } from '#contract/vocabularies.ts'
import { stageOf } from './status-stage.ts'

it('fills the ring by eighths from New to Invoice', () => {
  const parts = leadStatuses
    .map((status) => stageOf(status).shape)
    .flatMap((shape) => (shape.kind === 'part' ? [shape.eighths] : []))
  expect(parts).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

it('ticks won, strikes lost, and draws visits and what nobody listed dashed', () => {
  expect(stageOf('won').shape.kind).toBe('tick')
  expect(stageOf('lost').shape.kind).toBe('struck')
  for (const status of ['pageview', 'archived', 'constructor', null, undefined]) {
    expect(stageOf(status)).toEqual({ shape: { kind: 'dashed' }, lane: 'inbox' })
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adPlatforms, leadPriorities, leadSources, timeframes } from '#contract/vocabularies.ts'
import { columnStatuses } from './board-statuses.ts'
import { decodePipelineView, encodePipelineView, firstPipelineView, type PipelineView } from './pipeline-view-codec.ts'

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })

const anyView: fc.Arbitrary<PipelineView> = fc.record({
  filters: fc.record({
    priority: orNull(leadPriorities),
    source: orNull(leadSources),
    adPlatform: orNull(adPlatforms),
    assignedTo: fc.option(fc.uuid(), { nil: null }),
    created: fc.oneof(fc.constantFrom(...timeframes), fc.constant({ first: '2026-11-01', last: '2026-11-24' })),
  }),
  column: fc.constantFrom(...columnStatuses),
})

describe('the address of the board', () => {
  it('comes back as it was written, with nothing ignored', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodePipelineView(encodePipelineView(view))).toEqual({ value: view, ignored: [] })
      }),
    )
  })

  it('is bare where nothing narrows', () => {
    expect(encodePipelineView(firstPipelineView).toString()).toBe('')
  })

  it('never throws, and names what it does not understand', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const search = new URLSearchParams([
          ['column', `${text}?`],
          ['status', 'new'],
          ['priority', 'high'],
          ['priority', 'low'],
        ])
        const { value, ignored } = decodePipelineView(search)
        expect(value).toEqual({ ...firstPipelineView, filters: { ...firstPipelineView.filters, priority: 'high' } })
        expect(ignored).toEqual([`column=${text}?`, 'status=new', 'priority=low'])
      }),
    )
  })

  it('does not show a column of closed leads or visits', () => {
    for (const column of ['won', 'lost', 'pageview']) {
      expect(decodePipelineView(new URLSearchParams({ column }))).toEqual({
        value: firstPipelineView,
        ignored: [`column=${column}`],
      })
    }
  })
})

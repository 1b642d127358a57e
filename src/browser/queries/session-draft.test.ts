// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readSessionDraft, writeSessionDraft } from './session-draft.ts'

const isText = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

describe('a draft', () => {
  it('is kept in this tab only, until it is sent', () => {
    writeSessionDraft('lead-new', { text: 'Dewi' })
    expect(readSessionDraft('lead-new', isText)).toEqual({ text: 'Dewi' })
    expect(readSessionDraft('lead-other', isText)).toBeNull()
    expect(localStorage).toHaveLength(0)
    writeSessionDraft('lead-new', null)
    expect(sessionStorage).toHaveLength(0)
  })

  it('that is broken, or of another shape, is none', () => {
    sessionStorage.setItem('konektor.draft.a', '{"text":')
    sessionStorage.setItem('konektor.draft.b', '{"text":7}')
    expect(readSessionDraft('a', isText)).toBeNull()
    expect(readSessionDraft('b', isText)).toBeNull()
  })

  it('survives blocked storage: the form still holds it', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(() => writeSessionDraft('lead-new', { text: 'x' })).not.toThrow()
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HttpError } from '#api/http-error.ts'
import type { LeadWrite } from '#contract/lead-write.ts'
import { FailedCall } from './failed-call.ts'
import { toFailure } from './failure.ts'
import { isKeyRefused, openKeyGate } from './key-gate.ts'
import { listHolds } from './list-holds.ts'
import { onScopeNews } from './scope-news.ts'
import { endOfAttempt, endOfListed } from './write-end.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  openKeyGate()
})

/** Status and code of the answer, and how the proxy lists the very same end. */
const ends = [
  [401, 'UNAUTHORIZED', 'rejected', 'not-sent'],
  [403, 'FORBIDDEN', 'rejected', 'rejected'],
  [400, 'VALIDATION_ERROR', 'rejected', 'rejected'],
  [404, 'NOT_FOUND', 'rejected', 'rejected'],
  [409, 'CONFLICT', 'conflict', 'conflict'],
  [409, 'NOTES_FULL', 'rejected', 'rejected'],
  [429, 'RATE_LIMITED', 'not-sent', 'not-sent'],
  [500, 'INTERNAL_ERROR', 'rejected', 'not-sent'],
  [503, 'MAINTENANCE', 'rejected', 'rejected'],
  [502, 'UPSTREAM_UNREACHABLE', 'not-sent', 'not-sent'],
  [504, 'UPSTREAM_TIMEOUT', 'not-sent', 'not-sent'],
  [502, 'UPSTREAM_INVALID', 'not-sent', 'not-sent'],
  [504, 'UNKNOWN_OUTCOME', 'unknown', 'unknown'],
  [500, 'DASHBOARD_ERROR', 'not-sent', 'unknown'],
] as const

describe('the end of a write', () => {
  it.each(ends)('answered by %i %s is the same one when it is listed as %s: %s', (status, code, listed, state) => {
    const error = { code, message: 'told', details: { phone: 'No' }, requestId: 'r-1', retryAfterS: 7 }
    const cause = new HttpError({ ...error, status })
    const direct = endOfAttempt(new FailedCall(toFailure(cause, 'agent.leads.write'), cause))
    expect(direct.state).toBe(state)
    expect(direct.failure?.requestId).toBe('r-1')
    expect(endOfListed({ state: listed, error })).toEqual(direct)
  })

  it('keeps how long to wait', () => {
    const error = { code: 'RATE_LIMITED', message: '', details: null, requestId: null, retryAfterS: 7 }
    expect(endOfListed({ state: 'not-sent', error }).failure).toMatchObject({ kind: 'limited', until: 1_007_000 })
  })

  it.each(['undone', 'replaced'] as const)('that failed with nothing is as listed: %s', (state) => {
    expect(endOfListed({ state, error: null })).toEqual({ state, failure: null })
  })
})

describe('asking how writes stand', () => {
  function answer(code: string): void {
    const error = { code, message: '', details: null, requestId: null, retryAfterS: null }
    const write: LeadWrite = {
      id: 'w',
      kind: 'update',
      leadId: 'a',
      state: 'rejected',
      dueInMs: null,
      lead: null,
      error,
    }
    const data = { startedAt: '2026-01-01T00:00:00.000Z', writes: [write] }
    vi.stubGlobal('fetch', async () => Response.json({ success: true, data }))
  }

  it('closes the gate where one was refused with the key', async () => {
    answer('VALIDATION_ERROR')
    await listHolds(['w'])
    expect(isKeyRefused()).toBe(false)
    answer('UNAUTHORIZED')
    await listHolds(['w'])
    expect(isKeyRefused()).toBe(true)
  })

  it('notes the scope that one lacked', async () => {
    let news = 0
    const stop = onScopeNews(() => {
      news += 1
    })
    answer('FORBIDDEN')
    await listHolds(['w'])
    stop()
    expect([news, isKeyRefused()]).toEqual([1, false])
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { ContractError } from '#api/contract-error.ts'
import { HttpError } from '#api/http-error.ts'
import { NetworkError } from '#api/network-error.ts'
import { agentErrorStatus, bffErrorStatus } from '#contract/error-codes.ts'
import { mayHaveActed, toFailure } from './failure.ts'

const now = 1_000_000
const http = (code: string, more: Partial<ConstructorParameters<typeof HttpError>[0]> = {}) =>
  new HttpError({ status: 400, code, message: 'told', details: null, requestId: 'r-1', retryAfterS: null, ...more })

afterEach(() => vi.unstubAllGlobals())

describe('a failure', () => {
  it('names the scope where the key may not', () => {
    expect(toFailure(http('FORBIDDEN'), 'agent.leads.write')).toEqual({
      kind: 'forbidden',
      scope: 'agent.leads.write',
      requestId: 'r-1',
    })
  })

  it.each([
    [null, 60],
    [12, 12],
    [0, 1],
    [86_400, 300],
  ])('with a Retry-After of %s asks again after %i s', (retryAfterS, seconds) => {
    expect(toFailure(http('RATE_LIMITED', { retryAfterS }), null, now)).toMatchObject({
      kind: 'limited',
      until: now + seconds * 1000,
    })
  })

  it('keeps the message of each field, and only texts', () => {
    const details = { email: 'Invalid email', nested: { a: 1 } }
    expect(toFailure(http('VALIDATION_ERROR', { details }), null)).toEqual({
      kind: 'invalid',
      fields: { email: 'Invalid email' },
      message: 'told',
      requestId: 'r-1',
    })
  })

  it('keeps the values of both sides of a conflict', () => {
    const details = { theirs: { status: 'won', actualValue: 5, notes: null, odd: {} }, updatedAt: '2026-01-01' }
    expect(toFailure(http('CONFLICT', { details }), null)).toMatchObject({
      kind: 'conflict',
      theirs: { status: 'won', actualValue: 5, notes: null },
      updatedAt: '2026-01-01',
    })
    expect(toFailure(http('CONFLICT'), null)).toMatchObject({ kind: 'conflict', theirs: {}, updatedAt: null })
  })

  it.each([
    ['UNAUTHORIZED', { kind: 'key-refused' }],
    ['NOT_FOUND', { kind: 'not-found' }],
    ['INTERNAL_ERROR', { kind: 'upstream', reason: 'error' }],
    ['UPSTREAM_UNREACHABLE', { kind: 'upstream', reason: 'unreachable' }],
    ['UPSTREAM_TIMEOUT', { kind: 'upstream', reason: 'late' }],
    ['UPSTREAM_INVALID', { kind: 'contract' }],
    ['BUSY', { kind: 'limited' }],
    ['UNKNOWN_OUTCOME', { kind: 'unknown-outcome', externalRef: null }],
    ['BODY_TOO_LARGE', { kind: 'invalid' }],
    ['SOMETHING_NEW', { kind: 'other', message: 'told' }],
  ])('of %s is %o', (code, expected) => {
    expect(toFailure(http(code), null, now)).toMatchObject(expected)
  })

  it('has a kind for every code of both tables, each with its request id', () => {
    for (const code of [...Object.keys(agentErrorStatus), ...Object.keys(bffErrorStatus)]) {
      expect(toFailure(http(code), 'agent.leads.read', now)).toMatchObject({
        kind: expect.any(String),
        requestId: 'r-1',
      })
    }
  })

  it('tells offline from a dashboard that is gone', () => {
    expect(toFailure(new NetworkError('no answer'), null)).toEqual({ kind: 'dashboard-gone', requestId: null })
    vi.stubGlobal('navigator', { onLine: false })
    expect(toFailure(new NetworkError('no answer'), null)).toEqual({ kind: 'offline', requestId: null })
  })

  it('keeps the request id of an answer nobody understands, and survives anything thrown', () => {
    expect(toFailure(new ContractError('odd', 'r-9'), null)).toEqual({ kind: 'contract', requestId: 'r-9' })
    expect(toFailure('text', null)).toMatchObject({ kind: 'other', message: 'text' })
  })
})

describe('a write that failed', () => {
  it.each([true, false])('may have acted where no answer came, while the browser says onLine is %s', (onLine) => {
    vi.stubGlobal('navigator', { onLine })
    expect(mayHaveActed(toFailure(new NetworkError('gone'), null))).toBe(true)
  })

  it.each(['UNKNOWN_OUTCOME', 'UPSTREAM_INVALID'])('may have acted after %s', (code) => {
    expect(mayHaveActed(toFailure(http(code), null))).toBe(true)
  })

  it.each(['VALIDATION_ERROR', 'FORBIDDEN', 'UNAUTHORIZED', 'RATE_LIMITED', 'NOT_FOUND', 'CONFLICT'])(
    'has not acted after %s',
    (code) => {
      expect(mayHaveActed(toFailure(http(code), null))).toBe(false)
    },
  )
})

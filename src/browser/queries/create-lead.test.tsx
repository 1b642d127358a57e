import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { LeadWrite } from '#contract/lead-write.ts'
import { useCreateLead } from './create-lead.ts'
import { FailedCall } from './failed-call.ts'
import { mayHaveActed } from './failure.ts'
import { createQueryClient } from './query-client.ts'
import { useRecoverCreation } from './recover-creation.ts'

const writeId = '0192f0c1-0000-4000-8000-000000000001'
const typed = { firstName: 'Dewi', externalRef: 'kd_01900000-0000-7000-8000-000000000001' }
const made = buildLead({ id: 'made', firstName: 'Dewi' })

/** What the proxy says next of the create; null where it does not list it. */
let said: (Partial<LeadWrite> | null | 'gone')[]
let startedAt: string
let found: unknown[]
let posts: number

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00.000Z') })
  said = []
  startedAt = '2026-11-24T08:00:00.000Z'
  found = []
  posts = 0
  const frame = { id: writeId, kind: 'create', leadId: null, dueInMs: null, lead: null, error: null }
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    if (target.startsWith('/api/')) return Response.json({ success: true, data: found })
    if (init.method === 'POST') posts += 1
    const next = said.shift()
    if (next === 'gone') throw new TypeError('gone')
    const write = next == null ? null : { ...frame, ...next }
    const data = init.method === 'POST' ? write : { startedAt, writes: write === null ? [] : [write] }
    return Response.json({ success: true, data })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function hooks() {
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(() => ({ create: useCreateLead(), ...useRecoverCreation() }), { wrapper }).result
}

/** Waits for a promise while the clock runs. */
async function inTime<T>(promise: Promise<T>): Promise<T | Error> {
  const settled = promise.catch((error: unknown) => error as Error)
  await act(() => vi.advanceTimersByTimeAsync(10 * 60_000))
  return settled
}

describe('a create', () => {
  it('is followed while its answer is looked for, and says so', async () => {
    said = [
      { state: 'checking', dueInMs: 2_000 },
      'gone',
      { state: 'checking', dueInMs: 6_000 },
      { state: 'saved', lead: made },
    ]
    const looks: (number | null)[] = []
    const result = await inTime(hooks().current.create(typed, { writeId, onChecking: (ms) => looks.push(ms) }))
    expect(result).toEqual(made)
    expect(looks).toEqual([2_000, 2_000, 6_000])
    expect(posts).toBe(1)
  })

  it('that was not found fails as unknown, and may have acted', async () => {
    const details = { externalRef: typed.externalRef }
    const error = { code: 'UNKNOWN_OUTCOME', message: '', details, requestId: 'r-7', retryAfterS: null }
    said = [
      { state: 'checking', dueInMs: 65_000 },
      { state: 'unknown', error },
    ]
    const failed = await inTime(hooks().current.create(typed, { writeId }))
    if (!(failed instanceof FailedCall)) throw new Error('Not a failed call')
    expect(failed.failure).toEqual({ kind: 'unknown-outcome', externalRef: typed.externalRef, requestId: 'r-7' })
    expect(mayHaveActed(failed.failure)).toBe(true)
  })
})

describe('a create without an answer', () => {
  const sent = { writeId, sentAt: Date.parse('2026-11-24T08:59:00.000Z'), lead: typed }

  it('is found with the proxy that took it', async () => {
    said = [{ state: 'sending' }, { state: 'saved', lead: made }]
    expect(await inTime(hooks().current.recover(sent))).toEqual({ lead: made })
  })

  it('never arrived where the same proxy does not know it', async () => {
    expect(await inTime(hooks().current.recover(sent))).toBe('never-arrived')
    found = [made]
    expect(await inTime(hooks().current.recover(sent))).toEqual({ lead: made })
  })

  it('is looked up by its reference where the proxy started anew, and not there where that finds nothing', async () => {
    startedAt = '2026-11-24T08:59:30.000Z'
    expect(await inTime(hooks().current.recover(sent))).toBe('not-found')
    found = [made]
    expect(await inTime(hooks().current.recover(sent))).toEqual({ lead: made })
    expect(posts).toBe(0)
  })
})

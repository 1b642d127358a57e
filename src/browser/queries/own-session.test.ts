// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { ask } from './ask.ts'
import { claimDrafts, draftOwner } from './draft-owner.ts'
import { ownSession, putOwnSession } from './own-session.ts'
import { readSessionDraft, writeSessionDraft } from './session-draft.ts'

afterEach(() => {
  putOwnSession(null)
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

function answer(status: number, body: unknown) {
  const fetch = vi.fn(async () => new Response(JSON.stringify(body), { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const person = { signIn: 'required', role: 'executive', name: 'Ibu', memberId: null } as const
const failureOf = (asking: Promise<unknown>) =>
  asking.catch((error: { failure: { kind: string } }) => error.failure.kind)

it('asks nothing that the role lacks, and nothing but the session once nobody is in', async () => {
  const fetch = answer(200, { success: true, data: [] })
  putOwnSession(person)
  expect(await failureOf(ask(agentEndpoints.listLeads, { query: {} }))).toBe('role')
  putOwnSession({ ...person, role: null })
  expect(await failureOf(ask(agentEndpoints.funnel, { query: {} }))).toBe('signed-out')
  expect(fetch).not.toHaveBeenCalled()
  answer(200, { success: true, data: person })
  expect((await ask(bffEndpoints.readSession, {})).body.data.name).toBe('Ibu')
})

it('learns from any answer that the session has ended, and takes a refused key for no such thing', async () => {
  const refusal = (code: string) => ({ success: false, error: { code, message: 'x', details: null } })
  putOwnSession(person)
  answer(401, refusal('SIGN_IN_REQUIRED'))
  expect(await failureOf(ask(bffEndpoints.status, {}))).toBe('signed-out')
  expect(ownSession()).toMatchObject({ signIn: 'required', role: null })
  putOwnSession(person)
  answer(403, refusal('ROLE_FORBIDDEN'))
  expect(await failureOf(ask(bffEndpoints.status, {}))).toBe('role')
  expect(ownSession()).toEqual(person)
})

const isText = (value: unknown): value is { text: string } => typeof value === 'object' && value !== null

it('keeps the drafts of a tab for who had typed them, and for nobody else', () => {
  const keep = () => writeSessionDraft('note', { text: 'half a note' })
  expect(claimDrafts({ role: 'rep', name: 'Sari' })).toBe(false)
  keep()
  expect(claimDrafts({ role: 'rep', name: 'sari' })).toBe(false)
  expect(readSessionDraft('note', isText)).toEqual({ text: 'half a note' })
  expect(claimDrafts({ role: 'manager', name: 'Sari' })).toBe(true)
  expect(readSessionDraft('note', isText)).toBeNull()
  keep()
  expect(claimDrafts({ role: 'manager', name: 'Budi' })).toBe(true)
  expect(readSessionDraft('note', isText)).toBeNull()
  expect(draftOwner()).toEqual({ role: 'manager', name: 'Budi' })
})

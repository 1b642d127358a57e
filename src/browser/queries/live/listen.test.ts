import { afterEach, expect, it, vi } from 'vitest'
import { ownSession, putOwnSession } from '../own-session.ts'
import { listen } from './listen.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  putOwnSession(null)
})

it('learns from a refused stream that the session has ended, and then asks no more', async () => {
  const error = { code: 'SIGN_IN_REQUIRED', message: 'Sign in first', details: null }
  const asked = vi.fn(async () => Response.json({ success: false, error }, { status: 401 }))
  vi.stubGlobal('fetch', asked)
  putOwnSession({ signIn: 'required', role: 'rep', name: 'Sari', memberId: null })
  await expect(listen(null, new AbortController().signal).next()).rejects.toThrow()
  expect(ownSession()?.role).toBeNull()
  await expect(listen(null, new AbortController().signal).next()).rejects.toThrow()
  expect(asked).toHaveBeenCalledOnce()
})

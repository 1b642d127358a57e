import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { useLead } from './lead-detail.ts'
import { createQueryClient } from './query-client.ts'

afterEach(() => vi.unstubAllGlobals())

const listed = buildLead({ notes: 'From the list' })

function open(answer: () => Response) {
  vi.stubGlobal('fetch', async () => answer())
  const client = createQueryClient()
  const page = { leads: [listed], total: 1, nextCursor: null, asOf: 7 }
  client.setQueryData(['lead-list', {}], { pages: [page], pageParams: [null] })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(() => useLead(listed.id), { wrapper }).result
}

it('stays on screen, with its date, where the server cannot be read', async () => {
  const view = open(() => {
    throw new TypeError('gone')
  })
  expect(view.current.data).toEqual(listed)
  await waitFor(() => expect(view.current.failure).not.toBeNull())
  expect(view.current).toMatchObject({ data: listed, asOf: 7 })
})

it('is read from the server although a list knows it', async () => {
  const fresh = buildLead({ notes: 'From the server' })
  const view = open(() => Response.json({ success: true, data: fresh }))
  await waitFor(() => expect(view.current.data).toEqual(fresh))
})

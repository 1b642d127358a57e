import { render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { QueryProvider } from '#queries/query-provider.tsx'
import { useSummary } from '#queries/summary.ts'
import { DisplayProvider, useDisplay } from './display.tsx'
import { usePeriod } from './period/use-period.ts'
import { writePreference } from './preference.ts'

afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

/** One page with a figure of today; `tellZone` is the workspace's answer. Gives the days that were asked for. */
function open() {
  const asked: string[] = []
  let tellZone: (zone: string) => void = () => undefined
  const workspace = new Promise<Response>((resolve) => {
    tellZone = (timezone) => resolve(Response.json({ success: true, data: { name: 'W', timezone } }))
  })
  vi.stubGlobal('fetch', async (target: string) => {
    if (target.includes('workspace')) return workspace
    asked.push(new URL(target, 'http://x').searchParams.get('from') ?? '')
    return Response.json({ success: true, data: { totalLeads: 1 } })
  })
  render(
    <MemoryRouter initialEntries={['/?from=2026-11-24&to=2026-11-24']}>
      <QueryProvider>
        <DisplayProvider locale="en">
          <Figure />
        </DisplayProvider>
      </QueryProvider>
    </MemoryRouter>,
  )
  return { asked, tellZone }
}

function Figure() {
  const { zone } = useDisplay()
  const { data, isPending } = useSummary(usePeriod().query)
  return <p>{isPending ? 'pending' : `${data?.totalLeads} in ${zone}`}</p>
}

it('asks for no day on a first visit before the workspace has told its zone, and then once', async () => {
  const { asked, tellZone } = open()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(asked).toEqual([])
  screen.getByText('pending')
  tellZone('Asia/Jayapura')
  await screen.findByText('1 in Asia/Jayapura')
  expect(asked).toEqual(['2026-11-23T15:00:00.000Z'])
})

it('asks at once in the zone of last time', async () => {
  writePreference('zone', 'Asia/Jayapura')
  const { asked, tellZone } = open()
  await screen.findByText('1 in Asia/Jayapura')
  tellZone('Asia/Jayapura')
  await waitFor(() => expect(asked).toEqual(['2026-11-23T15:00:00.000Z']))
})

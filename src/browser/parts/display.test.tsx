import { render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { QueryProvider } from '#queries/query-provider.tsx'
import { useSummary } from '#queries/summary.ts'
import { useWorkspace } from '#queries/workspace.ts'
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

/** Asks for the workspace as soon as its figure is there, as a button that saves figures does. */
function FigureThenName() {
  return useSummary(usePeriod().query).isPending ? <p>pending</p> : <Name />
}

function Name() {
  return <p>{useWorkspace().data?.displayName ?? 'nameless'}</p>
}

it('keeps the figures of a page that asks for the workspace again after a refusal', async () => {
  writePreference('zone', '')
  let refused = 0
  vi.stubGlobal('fetch', async (target: string) => {
    if (!target.includes('workspace')) return Response.json({ success: true, data: { totalLeads: 1 } })
    refused += 1
    await new Promise((resolve) => setTimeout(resolve, 10))
    return Response.json({ success: false, error: { code: 'FORBIDDEN', message: 'No.' } }, { status: 403 })
  })
  render(
    <MemoryRouter initialEntries={['/?from=2026-11-24&to=2026-11-24']}>
      <QueryProvider>
        <DisplayProvider locale="en">
          <FigureThenName />
        </DisplayProvider>
      </QueryProvider>
    </MemoryRouter>,
  )
  await screen.findByText('nameless')
  await new Promise((resolve) => setTimeout(resolve, 100))
  screen.getByText('nameless')
  expect(refused).toBe(2)
})

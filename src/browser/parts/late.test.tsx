import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Late } from './late.tsx'
import { latePart } from './late-part.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function Greeting({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>
}
const props = { name: 'Sari' }

it('draws the fallback until the code is there', async () => {
  const part = latePart(async () => Greeting)
  render(<Late part={part} props={props} fallback={<p>Soon</p>} />)
  expect(screen.getByText('Soon')).toBeDefined()
  await act(async () => {})
  expect(screen.getByText('Hello Sari')).toBeDefined()
})

it('is drawn at once where it was fetched before, and fetched once', async () => {
  const load = vi.fn(async () => Greeting)
  const part = latePart(load)
  await Promise.all([part.fetch(), part.fetch()])
  render(<Late part={part} props={props} />)
  expect(screen.getByText('Hello Sari')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(1)
})

it('says that it cannot be fetched, tries again, and comes when the connection is back', async () => {
  let isOnline = false
  const part = latePart(async () => {
    if (!isOnline) throw new TypeError('Failed to fetch')
    return Greeting
  })
  render(<Late part={part} props={props} fallback={<p>Soon</p>} failing={<p>Not yet</p>} />)
  await act(async () => {})
  expect(screen.getByText('Not yet')).toBeDefined()
  await act(async () => void vi.advanceTimersByTime(3000))
  expect(screen.getByText('Not yet')).toBeDefined()
  isOnline = true
  await act(async () => void dispatchEvent(new Event('online')))
  expect(screen.getByText('Hello Sari')).toBeDefined()
})

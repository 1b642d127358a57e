import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

const noise: string[] = []

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      noise.push(`${level}: ${parts.map(String).join(' ')}`)
    })
  }
})

// What a page writes to the console is a fault that nobody has looked at yet.
afterEach(() => {
  cleanup()
  expect(noise.splice(0), 'the test made noise in the console').toEqual([])
})

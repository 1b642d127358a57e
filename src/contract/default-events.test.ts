import { expect, it } from 'vitest'
import { defaultEvent } from './default-events.ts'

it('sends Purchase to Meta when a lead is won', () => {
  expect(defaultEvent('won', 'meta')).toBe('Purchase')
})

it('sends nothing for a platform, or a status, that has no default', () => {
  expect(defaultEvent('won', 'posthog')).toBeNull()
  expect(defaultEvent('won', null)).toBeNull()
  expect(defaultEvent('archived', 'meta')).toBeNull()
  expect(defaultEvent('constructor', 'name')).toBeNull()
})

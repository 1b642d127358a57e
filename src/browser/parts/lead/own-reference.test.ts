import { expect, it } from 'vitest'
import { mintReference, shownReference } from './own-reference.ts'

it('mints references that the proxy knows as ours, each once, sorted by time', () => {
  const now = Date.parse('2026-03-11T00:00:00Z')
  const refs = Array.from({ length: 200 }, (_, at) => mintReference(now + at))
  for (const ref of refs) {
    expect(ref).toMatch(/^kd_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
  expect(new Set(refs).size).toBe(200)
  expect([...refs].sort()).toEqual(refs)
  expect(Number.parseInt(refs[0]?.slice(3).replaceAll('-', '').slice(0, 12) ?? '', 16)).toBe(now)
})

it.each([
  [null, ''],
  [undefined, ''],
  ['', ''],
  ['crm-7', 'crm-7'],
  [mintReference(), ''],
])('shows %s as "%s"', (reference, shown) => expect(shownReference(reference)).toBe(shown))

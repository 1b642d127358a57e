import { expect, it } from 'vitest'
import { isClientRef } from '#contract/client-ref.ts'
import { mintReference, shownReference } from './own-reference.ts'

it('mints references that the proxy knows as ours', () => {
  expect(isClientRef(mintReference())).toBe(true)
})

it.each([
  [null, ''],
  [undefined, ''],
  ['', ''],
  ['crm-7', 'crm-7'],
  ['kd_7', 'kd_7'],
  [mintReference(), ''],
])('shows %s as "%s"', (reference, shown) => expect(shownReference(reference)).toBe(shown))

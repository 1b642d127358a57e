import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isClientRef, writeClientRef } from './client-ref.ts'

it('writes references that it knows as ours, whatever the bytes, with the time in front', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.integer({ min: 0, max: 2 ** 45 }), (bytes, now) => {
      const ref = writeClientRef(now, bytes)
      expect(isClientRef(ref)).toBe(true)
      expect(Number.parseInt(ref.slice(3, 11) + ref.slice(12, 16), 16)).toBe(now)
    }),
  )
})

it('writes each reference once, sorted by time', () => {
  const refs = Array.from({ length: 200 }, (_, at) => writeClientRef(1_773_187_200_000 + at, randomBytes(16)))
  expect(new Set(refs).size).toBe(200)
  expect([...refs].sort()).toEqual(refs)
})

it('knows no reference of a person as ours', () => {
  for (const text of ['kd_7', 'CRM-88120', '', `x${writeClientRef(0, new Uint8Array(16))}`]) {
    expect([text, isClientRef(text)]).toEqual([text, false])
  }
})

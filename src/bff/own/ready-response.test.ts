import { expect, test } from 'vitest'
import { headerOf, readyParts, readyResponse } from './ready-response.ts'

const parts = { status: 418, headers: { 'x-request-id': 'r-1' }, body: '{"a":"é"}' }

test('a ready answer tells its parts, without anything being made of them', () => {
  const response = readyResponse(parts)
  expect(readyParts(response)).toBe(parts)
  expect(response.status).toBe(418)
  expect(headerOf(response, 'x-request-id')).toBe('r-1')
  expect(headerOf(response, 'age')).toBeNull()
  expect(readyParts(response)).toBe(parts)
})

test('it is a Response to whoever asks for more', async () => {
  const response = readyResponse(parts)
  expect(response).toBeInstanceOf(Response)
  expect(response.ok).toBe(false)
  expect(response.headers.get('X-Request-Id')).toBe('r-1')
  const again = response.clone()
  expect(response.body).toBeInstanceOf(ReadableStream)
  expect(await response.text()).toBe(parts.body)
  expect(response.bodyUsed).toBe(true)
  expect(await again.json()).toEqual({ a: 'é' })
})

test('once a real one was made, its parts may not be true any more, and are not told', () => {
  const response = readyResponse(parts)
  response.headers.set('x-request-id', 'r-2')
  expect(readyParts(response)).toBeUndefined()
  expect(headerOf(response, 'x-request-id')).toBe('r-2')
})

test('a Response of somebody else has no parts', () => {
  expect(readyParts(new Response('a'))).toBeUndefined()
  expect(headerOf(new Response('a', { headers: { age: '3' } }), 'age')).toBe('3')
})

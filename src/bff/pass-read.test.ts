import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildBff, canaryKey } from './build-bff.ts'
import { type RecordingUpstream, startRecordingUpstream } from './recording-upstream.ts'

let upstream: RecordingUpstream
beforeAll(async () => {
  upstream = await startRecordingUpstream()
})
beforeEach(() => upstream.reset())
afterAll(() => upstream.close())

describe('a read', () => {
  test('passes with the key added and the answer untouched', async () => {
    const { ask } = buildBff(upstream)
    const response = await ask('GET', '/api/v2/agent/leads?search=Budi%20%26%20co&status=new&utm=x&limit=5')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ success: true, data: [] })
    const [request] = upstream.requests
    expect(request?.target).toBe('/api/v2/agent/leads?limit=5&status=new&search=Budi%20%26%20co')
    expect(request?.headers.authorization).toBe(`Bearer ${canaryKey}`)
    expect(response.headers.get('age')).toBe('0')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

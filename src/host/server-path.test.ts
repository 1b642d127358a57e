import { expect, it } from 'vitest'
import { isServerPath } from './server-path.ts'

it('knows its own two prefixes and nothing that only looks like them', () => {
  for (const path of ['/api', '/api/', '/api/v2/agent/leads', '/bff', '/bff/status']) {
    expect([path, isServerPath(path)]).toEqual([path, true])
  }
  for (const path of ['/', '/apis', '/bffs', '/leads', '/x/api', '//api']) {
    expect([path, isServerPath(path)]).toEqual([path, false])
  }
})

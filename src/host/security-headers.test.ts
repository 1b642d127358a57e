import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'

test('enforces Trusted Types in production, and only there', () => {
  const production = securityHeaders({ kind: 'production' }, false)['content-security-policy']
  expect(production).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; " +
      "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  )
  const development = securityHeaders({ kind: 'development', nonce: 'abc' }, false)['content-security-policy']
  expect(development).toContain("script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc';")
  expect(development).not.toContain('trusted-types')
})

test('promises TLS only where the public origin has it', () => {
  expect(securityHeaders({ kind: 'production' }, false)).not.toHaveProperty('strict-transport-security')
  expect(securityHeaders({ kind: 'production' }, true)).toHaveProperty('strict-transport-security')
})

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reactAriaStyleHashes, securityHeaders } from './security-headers.ts'

/** The text that a module of React Aria gives to the style element it makes. */
function styleText(module: string, values: Readonly<Record<string, string>> = {}): string {
  const source = readFileSync(`node_modules/react-aria/dist/private/${module}`, 'utf8')
  const template = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1]
  if (template === undefined) throw new Error(`${module} makes no style any more`)
  return template
    .replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      const value = Object.entries(values).find(([ending]) => name.endsWith(ending))?.[1]
      if (value === undefined) throw new Error(`${module}: ${name} is unknown`)
      return value
    })
    .trim()
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

test('allows exactly the two styles that the installed React Aria writes', () => {
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(
    readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8'),
  )?.[1]
  expect([
    sha256(styleText('interactions/usePress.mjs', { PRESSABLE_ATTRIBUTE: String(attribute) })),
    sha256(styleText('overlays/usePreventScroll.mjs')),
  ]).toEqual(reactAriaStyleHashes)
})

test('enforces Trusted Types in production, and only there', () => {
  const production = securityHeaders({ kind: 'production' }, false)['content-security-policy']
  expect(production).toBe(
    "default-src 'none'; script-src 'self'; " +
      `style-src 'self' ${reactAriaStyleHashes.map((hash) => `'${hash}'`).join(' ')}; ` +
      "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  )
  const development = securityHeaders({ kind: 'development', nonce: 'abc' }, false)['content-security-policy']
  expect(development).toContain("script-src 'self' 'nonce-abc';")
  expect(development).not.toContain('trusted-types')
})

test('promises TLS only where the public origin has it', () => {
  expect(securityHeaders({ kind: 'production' }, false)).not.toHaveProperty('strict-transport-security')
  expect(securityHeaders({ kind: 'production' }, true)).toHaveProperty('strict-transport-security')
})

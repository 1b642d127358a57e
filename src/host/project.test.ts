import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest

describe('what the project was asked to be', () => {
  test.each([
    'index.html',
    'package.json',
    'tsconfig.json',
    'vite.config.ts',
    'tailwind.config.ts',
    'README.md',
    'src',
    'public',
  ])('has %s at the top', (name) => expect(existsSync(name)).toBe(true))

  test.each([
    'react',
    'react-dom',
    'react-router',
    '@tanstack/react-query',
    '@tanstack/react-table',
    'recharts',
    'react-hook-form',
    'zod',
    'tailwindcss',
    'vite',
  ])('stands on %s', (name) => expect(manifest.dependencies).toHaveProperty([name]))

  test.each(['@playwright/test', 'typescript'])('is tested with %s', (name) =>
    expect(manifest.devDependencies).toHaveProperty([name]),
  )

  test('pins every direct package to one version', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })

  test('says in CONTRIBUTING.md what each direct package is for', () => {
    const packages = /## Packages\n(.*?)\n## /s.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1] ?? ''
    const named = new Set(packages.split(/[|,;\s]+/))
    const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(direct.filter((name) => !name.startsWith('@types/') && !named.has(name))).toEqual([])
  })

  test('defines the proxy in vite.config.ts: where, to what, and the name of the key', () => {
    const config = readFileSync('vite.config.ts', 'utf8')
    expect(config).toContain("mount: '/api/v2/agent'")
    expect(config).toContain("upstream: 'https://konektor.id'")
    expect(config).toContain("keyVariable: 'KONEKTOR_API_KEY'")
    expect(config.split('\n').length).toBeLessThanOrEqual(61)
  })

  test('locks versions without the address of a registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(
      /"resolved"|https?:\/\/(?!.*(opencollective|github\.com|tidelift|patreon|paypal|feross|funding|sponsor))[^"]*registry/,
    )
  })

  test('is checked by one script that runs npm test and nothing else', () => {
    const lines = readFileSync('.ci/run', 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    expect(lines.at(-1)).toMatch(/npm test$/)
    expect(lines.length).toBeLessThanOrEqual(3)
  })

  test('names no path of the machine it was written on', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
      .split('\0')
      .filter((file) => /\.(ts|tsx|mjs|js|json|md|css|html|yml|svg|txt)$|^\.ci\/run$|^\.npmrc$/.test(file))
    const found = files.filter(
      (file) => existsSync(file) && /(?<![\w.])\/(?:root|home|work|Users)\/\w/.test(readFileSync(file, 'utf8')),
    )
    expect(found).toEqual([])
  })
})

// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, 'messages')
const areas = readdirSync(folder).flatMap((name) => (name.endsWith('.en.json') ? [name.slice(0, -8)] : []))
const read = (area: string, locale: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${area}.${locale}.json`), 'utf8')) as Record<string, unknown>

it.each(areas)('has every message of %s in both languages, with the same placeholders', (area) => {
  const [english, indonesian] = [read(area, 'en'), read(area, 'id')]
  expect(Object.keys(indonesian).sort()).toEqual(Object.keys(english).sort())
  for (const [key, text] of Object.entries(english)) {
    expect([key, placeholders(indonesian[key])]).toEqual([key, placeholders(text)])
  }
})

it('names every message once', () => {
  const keys = areas.flatMap((area) => Object.keys(read(area, 'en')))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

it('uses every message', () => {
  const browser = join(import.meta.dirname, '..')
  const source = readdirSync(browser, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('compiled') && !path.includes('.test.'))
    .map((path) => readFileSync(join(browser, path), 'utf8'))
    .join('\n')
  const used = new Set([...source.matchAll(/\bm\.(\w+)/g)].map((match) => match[1]))
  const unused = areas.flatMap((area) => Object.keys(read(area, 'en'))).filter((key) => !used.has(key))
  expect(unused).toEqual([])
})

it('compiles to as many messages as there are keys', async () => {
  const compiled = await import('./compiled/messages.js')
  const keys = areas.flatMap((area) => Object.keys(read(area, 'en')))
  expect(Object.keys(compiled.m).length).toBe(keys.length)
})

function placeholders(text: unknown): string[] {
  return [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
}

import { expect, it } from 'vitest'
import { readConformanceOptions } from './conformance-options.ts'

const environment = { KONEKTOR_API_KEY: 'secret-key' }

it('reads the server, what may be done to it, and the key from the environment', () => {
  expect(readConformanceOptions(['--base', 'https://konektor.id/'], environment)).toEqual({
    kind: 'options',
    options: { base: 'https://konektor.id', key: 'secret-key', write: false, documentedOnly: false },
  })
  expect(
    readConformanceOptions(['--base=http://127.0.0.1:8787', '--write', '--documented'], environment),
  ).toMatchObject({ options: { write: true, documentedOnly: true } })
  expect(readConformanceOptions(['--help'], {}).kind).toBe('help')
})

it.each([
  ['http://konektor.id'],
  ['konektor.id'],
  ['https://user@konektor.id'],
  ['https://konektor.id/api/v2/agent'],
  [''],
])('does not send a key to %s', (base) => {
  expect(readConformanceOptions(['--base', base], environment)).toMatchObject({
    kind: 'faults',
    faults: [expect.stringContaining('--base')],
  })
})

it('names every fault at once, and never the key', () => {
  const read = readConformanceOptions(['stray', '--key', 'secret-key'], { KONEKTOR_API_KEY: 'se cret' })
  const faults = read.kind === 'faults' ? read.faults.join('\n') : ''
  for (const part of ['stray', '--key', '--base', 'KONEKTOR_API_KEY']) expect(faults).toContain(part)
  expect(faults).not.toContain('se cret')
})

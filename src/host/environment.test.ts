import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { environmentTable } from './environment-table.ts'
import type { ProxyDefinition } from './proxy-definition.ts'

const definition: ProxyDefinition = {
  mount: '/api/v2/agent',
  upstream: 'https://konektor.id',
  upstreamVariable: 'KONEKTOR_BASE_URL',
  keyVariable: 'KONEKTOR_API_KEY',
}
const key = 'canary-4f9d1c7e22ab90'

function faultsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  const read = readEnvironment(environment, definition)
  return read.ok ? [] : read.faults
}

describe('the environment', () => {
  test('needs nothing: the sandbox on loopback is what holds by itself', () => {
    expect(readEnvironment({}, definition)).toEqual({
      ok: true,
      configuration: {
        key: null,
        baseUrl: 'https://konektor.id',
        host: '127.0.0.1',
        port: 4173,
        metricsPort: null,
        publicOrigins: [],
        openToNetwork: false,
        dataDirectory: '.data',
        databaseUrl: null,
        redisUrl: null,
        logLevel: 'info',
      },
    })
  })

  test('counts an empty value as not set', () => {
    const empty = Object.fromEntries(environmentTable.map(({ name }) => [name, '']))
    expect(readEnvironment(empty, definition)).toEqual(readEnvironment({}, definition))
  })

  test('names every fault at once', () => {
    const faults = faultsOf({
      KONEKTOR_API_KEY: 'short',
      KONEKTOR_BASE_URL: 'http://konektor.id',
      HOST: 'two words',
      PORT: '65536',
      PUBLIC_ORIGIN: 'https://a.example,https://b.example/path',
      TRUST_NETWORK: 'yes',
      DATABASE_URL: 'mysql://x',
      REDIS_URL: 'http://x',
      LOG_LEVEL: 'loud',
    })
    const named = faults.map((fault) => fault.split(':')[0])
    expect(named).toEqual(
      expect.arrayContaining([
        'KONEKTOR_API_KEY',
        'KONEKTOR_BASE_URL',
        'HOST',
        'PORT',
        'PUBLIC_ORIGIN',
        'TRUST_NETWORK',
        'DATABASE_URL',
        'REDIS_URL',
        'LOG_LEVEL',
      ]),
    )
  })

  test.each([
    'http://konektor.id',
    'https://user@konektor.id',
    'https://user:word@konektor.id',
    'https://@konektor.id',
    'https://:@konektor.id',
    'https://*.konektor.id',
    'https://konektor.id\\@evil.example',
    'https://konektor.id/?a=1',
    'https://konektor.id?',
    'https://konektor.id/#x',
    'https://konektor.id#',
    'https://konektor.id/api',
    'ftp://konektor.id',
    'konektor.id',
    'http://127.0.0.1.evil.example',
    'http://0.0.0.0:1',
  ])('refuses the upstream %s', (address) => {
    expect(faultsOf({ KONEKTOR_BASE_URL: address })).toHaveLength(1)
  })

  test.each([
    'https://konektor.id',
    'https://konektor.id/',
    'https://k.example:8443',
    'http://127.0.0.1:9',
    'http://localhost:9',
    'http://[::1]:9',
  ])('takes the upstream %s', (address) => {
    expect(readEnvironment({ KONEKTOR_BASE_URL: address }, definition)).toMatchObject({
      configuration: { baseUrl: new URL(address).origin },
    })
  })

  test.each(['*', 'https://*', 'https://*.example', 'https://@a.example', 'https://a.example,'])(
    'refuses the origin %s',
    (origins) => {
      expect(faultsOf({ PUBLIC_ORIGIN: origins })).toHaveLength(1)
    },
  )

  test.each(['0.0.0.0', '::', '192.168.1.7', 'dashboard.example'])(
    'is not opened to the network by HOST=%s alone',
    (host) => {
      const faults = faultsOf({ HOST: host, PUBLIC_ORIGIN: 'https://d.example' })
      expect(faults).toHaveLength(1)
      expect(faults[0]).toContain('TRUST_NETWORK=i-have-my-own-sign-in')
      expect(
        readEnvironment(
          { HOST: host, PUBLIC_ORIGIN: 'https://d.example', TRUST_NETWORK: 'i-have-my-own-sign-in' },
          definition,
        ),
      ).toMatchObject({
        ok: true,
        configuration: { openToNetwork: true, publicOrigins: ['https://d.example'] },
      })
    },
  )

  test('stops at a misplaced key, names the variable, and never prints the value', () => {
    const places: NodeJS.ProcessEnv[] = [
      { VITE_ANYTHING: `x${key}` },
      { VITE_ANYTHING: Buffer.from(key).toString('base64') },
      { VITE_ANYTHING: Buffer.from(`user:${key}`).toString('base64url') },
      { VITE_ANYTHING: Buffer.from(key).toString('hex').toUpperCase() },
      { PUBLIC_ORIGIN: `https://${key.toUpperCase()}.example` },
      { VITE_KONEKTOR_API_KEY: 'some-other-text' },
      { KONEKTOR_BASE_URL: `https://${key}.example` },
      { KONEKTOR_BASE_URL: `https://konektor.id/?key=${key}` },
      { PUBLIC_ORIGIN: `https://${key}.example` },
      { DATABASE_URL: `postgresql://u:${key}@h/d` },
      { REDIS_URL: `redis://:${key}@h` },
    ]
    for (const place of places) {
      const faults = faultsOf({ KONEKTOR_API_KEY: key, ...place })
      const [name = ''] = Object.keys(place)
      expect(
        faults.some((fault) => fault.startsWith(name)),
        name,
      ).toBe(true)
      expect(faults.join('\n')).not.toContain(key)
    }
  })

  test('never repeats a value in a fault, whatever it is', () => {
    const names = environmentTable.map(({ name }) => name)
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.stringMatching(/^[a-z0-9]{12,40}$/), (name, noise) => {
        const faults = faultsOf({ [name]: `!${noise}` })
        expect(faults.join('\n')).not.toContain(noise)
      }),
    )
  })

  test('is listed in the README as in its table', () => {
    const readme = readFileSync('README.md', 'utf8').replaceAll('`', '')
    for (const { name, standard, meaning } of environmentTable) {
      expect(readme).toContain(`| ${name} | ${standard} | ${meaning.replaceAll('`', '')} |`)
    }
  })
})

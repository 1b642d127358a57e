import { describe, expect, it } from 'vitest'
import { faultNames } from './http/faults.ts'
import { readSandboxOptions, sandboxUsage } from './sandbox-options.ts'

describe('the command line', () => {
  it('is read whole', () => {
    const args =
      '--port 8080 --leads=10 --plan starter --limit 5 --scopes agent.leads.read,agent.leads.write --zone Europe/Berlin --key secret-key --now 2026-01-02T03:04:05Z --data here --seed 3'
    expect(readSandboxOptions(args.split(' '), {})).toMatchObject({
      kind: 'options',
      options: {
        port: 8080,
        leads: 10,
        plan: 'starter',
        limit: 5,
        scopes: ['agent.leads.read', 'agent.leads.write'],
        zone: 'Europe/Berlin',
        key: 'secret-key',
        now: Date.UTC(2026, 0, 2, 3, 4, 5),
        directory: 'here',
        seed: 3,
      },
    })
  })

  it('names every fault at once, and never a key', () => {
    const args = [
      '--port',
      '70000',
      '--plan',
      'gold',
      '--zone',
      'Mars/Base',
      '--now',
      'soon',
      '--colour',
      'red',
      'stray',
      '--key',
      'a b',
    ]
    const read = readSandboxOptions(args, { DATABASE_URL: 'mysql://x' })
    const faults = read.kind === 'faults' ? read.faults.join('\n') : ''
    const fixed = readSandboxOptions(['--live', '60', '--now', '2026-01-02T03:04:05Z'], {})
    expect(fixed).toEqual({ kind: 'faults', faults: ['--live needs a running clock: leave --now out'] })
    expect(readSandboxOptions(['--live', '60'], {})).toMatchObject({ options: { live: 60 } })
    for (const part of ['--port', '--plan', '--zone', '--now', '--colour', 'stray', '--key', 'DATABASE_URL'])
      expect(faults).toContain(part)
    expect(faults).not.toContain('a b')
  })

  it('takes further keys and faults, as many as there are', () => {
    const args =
      '--add-key second-key=agent.leads.read --add-key third-key=agent.support.write@2026-12-01T00:00:00Z --fault 503=3 --fault latency=200'
    expect(readSandboxOptions(args.split(' '), {})).toMatchObject({
      options: {
        moreKeys: [
          { key: 'second-key', scopes: ['agent.leads.read'], expiresAt: null },
          { key: 'third-key', scopes: ['agent.support.write'], expiresAt: Date.UTC(2026, 11, 1) },
        ],
        faults: { '503': 3, latency: 200 },
      },
    })
    const wrong = readSandboxOptions(
      ['--add-key', 'secret-key=agent.all', '--fault', '418=1', '--fault', 'rival=-1'],
      {},
    )
    const faults = wrong.kind === 'faults' ? wrong.faults : []
    expect(faults).toHaveLength(3)
    expect(faults.join()).not.toContain('secret-key')
    for (const name of faultNames) expect(sandboxUsage).toContain(` ${name} `)
  })

  it('prefers --key over the environment, and offers help', () => {
    expect(readSandboxOptions(['--key', 'from-flag'], { SANDBOX_KEY: 'from-env' })).toMatchObject({
      options: { key: 'from-flag' },
    })
    expect(readSandboxOptions([], { SANDBOX_KEY: 'from-env' })).toMatchObject({ options: { key: 'from-env' } })
    expect(readSandboxOptions(['--help', '--port', 'x'], {}).kind).toBe('help')
  })
})

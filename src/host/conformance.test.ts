import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { allClauses } from '#conformance/all-clauses.ts'
import type { World } from '#conformance/polite-client.ts'
import { type RunOptions, type RunResult, runClauses } from '#conformance/run-clauses.ts'
import { agentBasePath } from '#contract/agent-endpoints.ts'
import { scopes } from '#contract/vocabularies.ts'
import { type OpenSandbox, openSandbox } from '#sandbox/start-sandbox.ts'
import type { Server } from './testing/faulty-server.ts'
import { plantedAnswerFaults } from './testing/planted-answer-faults.ts'
import { plantedReadFaults } from './testing/planted-read-faults.ts'
import { plantedWriteFaults } from './testing/planted-write-faults.ts'

const plantedFaults = [...plantedAnswerFaults, ...plantedReadFaults, ...plantedWriteFaults]
const proving = process.env.PROVE === '1'
/** Tuesday afternoon in Jakarta. */
const now = Date.parse('2026-11-24T08:30:00.000Z')
/** The clock of limit and check alike: nobody waits for real. */
let time = Date.now()
let sandbox: OpenSandbox
beforeAll(async () => {
  sandbox = await openSandbox({ leads: 300, now, plan: 'enterprise' }, () => time)
})
afterEach(tidy)
afterAll(() => sandbox.close())

const honest: Server = async (request) => sandbox.agent.fetch(request)

async function control(name: string, body: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${sandbox.key}`, 'content-type': 'application/json' }
  await sandbox.control.request(`/control/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** The workspace is again as it was: what a run leaves behind would be all that the next one sees. */
async function tidy(): Promise<void> {
  const headers = { authorization: `Bearer ${sandbox.key}` }
  time += 60_000
  const answer = await sandbox.agent.request(
    `${agentBasePath}/leads?limit=100&createdFrom=${new Date(now).toISOString()}`,
    { headers },
  )
  const { data } = (await answer.json()) as { data: readonly { id: string }[] }
  for (const { id } of data) await control('delete', { leadId: id })
}

async function check(server: Server, clauses = allClauses, options: Partial<RunOptions> = {}) {
  const lines: string[] = []
  const world: World = {
    fetch: server,
    now: () => time,
    sleep: async (ms) => {
      time += ms
    },
  }
  const all = { base: 'http://sandbox.test', key: sandbox.key, write: true, documentedOnly: false, ...options }
  const result: RunResult = await runClauses(clauses, all, world, (line) => lines.push(line))
  return { ...result, lines, failed: lines.filter((line) => line.startsWith('FAILS')) }
}

describe('the check of the specification', () => {
  it('passes on the sandbox, tells a line a clause, and what it could not check', async () => {
    const { lines, failed, ...result } = await check(honest)
    expect(failed).toEqual([])
    expect(lines.filter((line) => /^(ok|unchecked) /.test(line))).toHaveLength(allClauses.length)
    expect(lines.filter((line) => line.startsWith('unchecked'))).toEqual([
      expect.stringContaining('403 FORBIDDEN: the key has every scope'),
      expect.stringContaining('a 429 carries'),
    ])
    expect(result).toMatchObject({ fails: 0, unchecked: 2 })
  })

  it('changes nothing unless it may write', async () => {
    const methods = new Set<string>()
    const watched: Server = (request) => {
      // Without a key a call is refused, whatever its method.
      if (request.headers.has('authorization')) methods.add(request.method)
      return honest(request)
    }
    const { unchecked, failed, calls } = await check(watched, allClauses, { write: false })
    expect(failed).toEqual([])
    expect(unchecked).toBe(2 + allClauses.filter((clause) => clause.writes).length)
    expect([...methods]).toEqual(['GET'])
    // What `--help` promises.
    expect(calls).toBeLessThan(150)
  })

  it('checks with a key of one scope what that key allows, and 403', async () => {
    await control('scopes', { scopes: ['agent.leads.read'] })
    const { failed, lines, holds, unchecked } = await check(honest)
    await control('scopes', { scopes })
    expect(failed).toEqual([])
    expect(lines).toContain('ok        an endpoint whose scope the key lacks answers 403 FORBIDDEN')
    expect(lines).toContain('ok        status filters the list')
    expect(unchecked).toBeGreaterThan(40)
    expect(holds).toBeGreaterThan(40)
  })
})

it('never shows the key, not even where a server gives it back', async () => {
  const echo: Server = async (request) => {
    const response = await honest(request)
    const text = (await response.text()).replaceAll('"IDR"', JSON.stringify(request.headers.get('authorization')))
    return new Response(text, response)
  }
  const { lines, failed } = await check(echo)
  expect(failed.join()).toContain('the currency is Bearer …')
  expect(lines.join()).not.toContain(sandbox.key)
})

describe('a fault in a copy of the sandbox', () => {
  it.each(plantedFaults)('$name: it is seen', async ({ fault, seenBy }) => {
    const named = allClauses.filter((clause) => clause.says.startsWith(seenBy))
    expect(named.length, seenBy).toBeGreaterThan(0)
    // What holds in every answer needs some answers to look at.
    const few = [...allClauses.slice(1, 6), ...allClauses.filter((one) => named.includes(one))]
    const { failed } = await check(fault(honest), few)
    expect(failed.map((line) => line.replace(/^FAILS +/, '')).join('\n')).toContain(seenBy)
    // In the whole run another clause may be the first to stumble.
    if (proving) expect((await check(fault(honest))).fails).toBeGreaterThan(0)
  })
})

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestWorkspace, testNow } from './test-workspace.ts'

let directory: string
let children: ChildProcess[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
})

interface Message {
  readonly type: string
  readonly port: number
  readonly message?: string
}
async function start(): Promise<{ child: ChildProcess; message: Message }> {
  const main = new URL('./main.ts', import.meta.url).pathname
  const args = ['--data', directory, '--leads', '30', '--key', 'test-key-1', '--limit', '1000000']
  const child = fork(main, args, { execArgv: ['--import', 'tsx'], stdio: 'ignore' })
  children.push(child)
  return { child, message: (await once(child, 'message'))[0] as Message }
}
const headers = { authorization: 'Bearer test-key-1', 'content-type': 'application/json' }

it('loses no answered write to a process killed in the middle of writes, and keeps others out meanwhile', async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const { child, message } = await start()
    expect(message.type).toBe('ready')
    const url = `http://127.0.0.1:${message.port}/api/v2/agent/leads`
    const found = await Promise.all(
      [...acknowledged].map(async (id) => (await fetch(`${url}/${id}`, { headers })).status),
    )
    expect(found.filter((status) => status !== 200)).toEqual([])
    if (round === 1) {
      const began = Date.now()
      const second = await start()
      expect(second.message).toMatchObject({ type: 'failed', message: expect.stringContaining(`process ${child.pid}`) })
      // Mostly the compilation of a cold start; the refusal itself is immediate.
      expect(Date.now() - began).toBeLessThan(10_000)
    }
    const died = once(child, 'exit')
    setTimeout(() => child.kill('SIGKILL'), 150 + round * 130)
    const writers = Array.from({ length: 4 }, async () => {
      for (;;) {
        const answer = await fetch(url, { method: 'POST', headers, body: '{"firstName":"Kept"}' })
        if (answer.status === 201) acknowledged.add(((await answer.json()) as { data: { id: string } }).data.id)
      }
    })
    await Promise.allSettled(writers)
    await died
  }
  expect(acknowledged.size).toBeGreaterThan(0)
  const { child } = await start()
  const ended = once(child, 'exit')
  child.disconnect()
  expect((await ended)[0]).toBe(0)
}, 120_000)

it('lets the time since the last opening happen: new leads, today among them, and riper old ones', async () => {
  const first = await openTestWorkspace({ directory, leads: 200 })
  const before = (await first.call('leads')).body.pagination.total
  const won = (await first.call('leads?status=won')).body.pagination.total
  await first.send('POST', 'leads', { firstName: 'Kept', uniqueCode: 'KEPT' })
  await first.sandbox.close()
  const later = testNow + 9 * 86_400_000 - 8 * 3_600_000
  const second = await openTestWorkspace({ directory, now: later })
  expect((await second.call('leads?search=KEPT')).body.pagination.total).toBe(1)
  const after = (await second.call('leads')).body.pagination.total
  expect(after).toBeGreaterThan(before + 9)
  expect((await second.call('leads?status=won')).body.pagination.total).toBeGreaterThan(won)
  expect((await second.call('analytics/summary?timeframe=today')).body.data.totalLeads).toBeGreaterThan(0)
  const [future] = await second.rows('select count(*)::int as n from leads where created_at > $1::timestamptz', [
    new Date(later).toISOString(),
  ])
  expect(future?.n).toBe(0)
  await second.sandbox.close()
  // The same moment again changes nothing, and another zone counts its own days.
  const third = await openTestWorkspace({ directory, now: later, zone: 'America/New_York' })
  expect((await third.call('leads')).body.pagination.total).toBe(after)
  const days = await third.rows(
    `select (select count(*) from lead_day_counts where facet = '')::int as counted,
      (select count(distinct (created_at at time zone 'America/New_York')::date) from leads)::int as plain`,
  )
  expect(days[0]?.counted).toBe(days[0]?.plain)
  await third.sandbox.close()
}, 60_000)

it('keeps a damaged or unknown directory aside, names it, and starts anew', async () => {
  const first = await openTestWorkspace({ directory, leads: 20 })
  await first.sandbox.close()
  writeFileSync(join(directory, 'pg', 'global', 'pg_control'), 'damaged')
  const second = await openTestWorkspace({ directory, leads: 20 })
  const kept = readdirSync(directory).find((name) => name.startsWith('pg.kept-'))
  expect(second.sandbox.notice).toContain(String(kept))
  expect(existsSync(join(directory, String(kept), 'global', 'pg_control'))).toBe(true)
  expect((await second.call('leads')).body.pagination.total).toBe(20)
  await second.sandbox.close()
}, 60_000)

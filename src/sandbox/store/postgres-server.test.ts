import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase, testServerUrl } from '../test-database.ts'
import { openTestWorkspace, type TestWorkspace, testNow } from '../test-workspace.ts'

// Skipped, and counted as skipped, without a server of version 15 or later.
describe.runIf(testServerUrl !== undefined)('on a PostgreSQL server (needs TEST_DATABASE_URL)', () => {
  let database: TestDatabase
  let workspace: TestWorkspace
  let embedded: TestWorkspace
  beforeAll(async () => {
    database = await createTestDatabase()
    workspace = await openTestWorkspace({ databaseUrl: database.url, seed: 5, leads: 500 })
    embedded = await openTestWorkspace({ seed: 5, leads: 500 })
  })
  afterAll(async () => {
    await Promise.all([workspace?.sandbox.close(), embedded?.sandbox.close()])
    await database?.drop()
  })

  it.each([
    'leads',
    'leads?status=won&assignedTo=3f2a9c41-7d15-4b8e-9a60-1c5e8f2b7d01',
    'leads?search=0812&sortBy=updatedAt&sortOrder=asc',
    'leads?search=santoso&createdFrom=2026-11-01',
    'leads?status=new&priority=medium&source=ads&createdTo=2026-11-20T10:00:00Z',
    'analytics/summary',
    'analytics/funnel?timeframe=all_time',
    'analytics/campaigns?from=2026-10-01&to=2026-11-11T11:11:00Z',
    'conversions/status?platform=meta',
    'conversions/pending',
    'workspace',
  ])('answers %s as the embedded database does', async (path) => {
    const answer = await workspace.call(path)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual((await embedded.call(path)).body)
  })

  it('keeps its counts exact under writes at the same time', async () => {
    const { data } = (await workspace.call('leads?limit=20')).body
    await Promise.all(
      data.flatMap((lead: { id: string }, index: number) => [
        workspace.send('PATCH', `leads/${lead.id}`, { status: index % 2 === 0 ? 'won' : 'lost', actualValue: index }),
        workspace.send('POST', 'leads', { firstName: 'New', adPlatform: 'meta' }),
        index === 3 ? workspace.control('deliver', {}) : null,
      ]),
    )
    const [plain] = await workspace.rows(
      "select count(*)::int as n from leads where deleted_at is null and status = 'won'",
    )
    expect((await workspace.call('leads?status=won')).body.pagination.total).toBe(plain?.n)
    expect((await workspace.call('analytics/summary?timeframe=all_time')).body.data.totalConversions).toBe(plain?.n)
    const twice = await workspace.send('POST', 'leads', { firstName: 'A', uniqueCode: data[0].uniqueCode })
    expect(twice.body.error.details).toEqual({ uniqueCode: 'Already in use' })
    expect((await workspace.control('query', { sql: 'commit; delete from leads' })).status).toBe(500)
    expect((await workspace.control('query', { sql: 'delete from leads' })).status).toBe(500)
  })

  it('belongs to one sandbox at a time, and opens again', async () => {
    await expect(openTestWorkspace({ databaseUrl: database.url })).rejects.toThrow(
      `konektor-sandbox, process ${process.pid} on `,
    )
    const total = (await workspace.call('leads')).body.pagination.total
    await workspace.sandbox.close()
    workspace = await openTestWorkspace({ databaseUrl: database.url, now: testNow + 1 })
    expect((await workspace.call('leads')).body.pagination.total).toBe(total)
  })
})

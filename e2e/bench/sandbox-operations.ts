import type { SandboxProcess } from './sandbox-process.ts'

export interface Operation {
  readonly name: string
  /** How many times longer it may take with a hundred times the leads. */
  readonly goal: number
  run(round: number): Promise<number>
}

interface Found {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** A place in the list of all leads, as the sandbox writes it: `[sort field, Unix ms, id, page]`. */
function cursorAt({ at, id }: { readonly at: number; readonly id: string }): string {
  return Buffer.from(JSON.stringify(['c', at, id, 2])).toString('base64url')
}

/** Every operation of the goals, over leads of its own choice, which are looked up before anything is timed. */
export async function operationsOf(sandbox: SandboxProcess, leads: number): Promise<readonly Operation[]> {
  const places = [0.1, 0.5, 0.9].map((part) => Math.floor(leads * part))
  const cursors: string[] = []
  for (const place of places) {
    const [row] = await sandbox.rows<{ at: number; id: string }>(
      `select id, (extract(epoch from created_at) * 1000)::float8 as at from leads order by created_at desc, id desc
        offset ${place} limit 1`,
    )
    if (row !== undefined) cursors.push(cursorAt(row))
  }
  const some = await sandbox.rows<Found>(
    `select id, unique_code as code, first_name || ' ' || last_name as name, phone, email from leads
      where phone is not null and email is not null and last_name is not null and ordinal % ${Math.max(1, leads / 500)} = 0`,
  )
  const one = (round: number) => {
    const found = some[(round * 7919) % some.length]
    if (found === undefined) throw new Error('The sample has no such lead')
    return found
  }
  const get = (path: string) => () => sandbox.timed(path)
  const search = (text: (found: Found) => string) => (round: number) =>
    sandbox.timed(`leads?search=${encodeURIComponent(text(one(round)))}`)
  const write = (change: (round: number) => object) => (round: number) =>
    sandbox.timed(`leads/${one(round).id}`, { method: 'PATCH', body: change(round) })
  return [
    { name: 'list', goal: 2, run: get('leads') },
    { name: 'list by updated', goal: 2, run: get('leads?sortBy=updatedAt') },
    { name: 'get', goal: 2, run: (round) => sandbox.timed(`leads/${one(round).id}`) },
    {
      name: 'create',
      goal: 2,
      run: () => sandbox.timed('leads', { method: 'POST', body: { firstName: 'Bench', adPlatform: 'meta' } }),
    },
    { name: 'update: notes', goal: 2, run: write((round) => ({ notes: `round ${round}` })) },
    {
      name: 'update: status',
      goal: 2,
      run: write((round) => ({ status: round % 2 === 0 ? 'hot' : 'won', actualValue: round })),
    },
    ...cursors.map((cursor, index) => ({
      name: `cursor page, ${['10', '50', '90'][index]} % deep`,
      goal: 2,
      run: get(`leads?limit=50&cursor=${cursor}`),
    })),
    { name: 'filter: status', goal: 4, run: get('leads?status=contacted') },
    { name: 'filter: status, by updated', goal: 4, run: get('leads?status=invoice&sortBy=updatedAt') },
    { name: 'filter: status, platform', goal: 4, run: get('leads?status=negotiation&adPlatform=linkedin') },
    {
      name: 'filter: status, platform, priority',
      goal: 4,
      run: get('leads?status=new&adPlatform=meta&priority=urgent&sortBy=updatedAt'),
    },
    {
      name: 'filter: status, platform, 30 days',
      goal: 4,
      run: get('leads?status=new&adPlatform=meta&createdFrom=2026-10-25T08:30:00Z'),
    },
    {
      name: 'filter: three, 30 days',
      goal: 4,
      run: get('leads?status=new&adPlatform=meta&priority=high&createdFrom=2026-10-25T08:30:00Z'),
    },
    { name: 'search: a code', goal: 4, run: search((found) => found.code) },
    { name: 'search: an address', goal: 4, run: search((found) => found.email) },
    { name: 'search: a phone', goal: 4, run: search((found) => found.phone) },
    { name: 'summary, 30 days', goal: 4, run: get('analytics/summary') },
    { name: 'funnel, 30 days', goal: 4, run: get('analytics/funnel') },
    { name: 'campaigns, 30 days', goal: 4, run: get('analytics/campaigns') },
    { name: 'sync status, 30 days', goal: 4, run: get('conversions/status') },
    { name: 'sync status, 30 days, meta', goal: 4, run: get('conversions/status?platform=meta') },
  ]
}

import { InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import { buildOwnWrite } from './build-own-write.ts'
import { mergeIntoKnownLeads } from './known-leads.ts'
import { leadDetailQuery } from './lead-detail.ts'
import { leadListQuery } from './lead-list.ts'
import { createNewsTaker } from './live/take-news.ts'
import type { OwnWrite } from './own-write.ts'
import { createQueryClient } from './query-client.ts'
import { shownLead } from './shown-lead.ts'

afterEach(() => vi.unstubAllGlobals())

const ids = ['a', 'b', 'c'] as const
const versionAt = (version: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, version)).toISOString()
const copy = (id: string, version: number): Lead =>
  buildLead({ id, notes: `version ${version}`, updatedAt: versionAt(version) })

const id = fc.constantFrom(...ids)
const version = fc.nat(30)
const step = fc.oneof(
  /** A question leaves: the first page of a list or the next one, or a lead. */
  { weight: 3, arbitrary: fc.record({ act: fc.constant('ask' as const), what: fc.nat(4) }) },
  /** The oldest question under way is answered, with copies as old as the upstream likes. */
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('answer' as const), versions: fc.tuple(version, version, version) }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('news' as const), id, version }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('save' as const), id, version }) },
)

/** One tab with two lists of two pages and three leads; gives what is wrong at the end. */
async function live(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Promise<string[]> {
  const client = createQueryClient()
  const asked: { readonly target: string; readonly resolve: (response: Response) => void }[] = []
  vi.stubGlobal('fetch', (target: string) => new Promise<Response>((resolve) => asked.push({ target, resolve })))
  const taker = createNewsTaker(client, () => undefined)
  const lists = [leadListQuery({}), leadListQuery({ status: 'new' })].map((options) => {
    const observer = new InfiniteQueryObserver(client, { ...options, enabled: false })
    observer.subscribe(() => undefined)
    return observer
  })
  const details = ids.map((one) => new QueryObserver(client, { ...leadDetailQuery(one), enabled: false }))
  for (const one of details) one.subscribe(() => undefined)
  const newest = new Map<string, number>()
  const writes: OwnWrite[] = []
  const lastSaved = new Map<string, number>()
  const told = (one: string, versionTold: number) => newest.set(one, Math.max(versionTold, newest.get(one) ?? -1))

  function ask(what: number): void {
    const list = lists[what % 2]
    if (what === 4) void details[asked.length % ids.length]?.refetch()
    else if (what < 2) void list?.refetch()
    else void list?.fetchNextPage()
  }

  function answer(versions: readonly number[]): void {
    const question = asked.shift()
    if (question === undefined) return
    const single = /leads\/(\w+)/.exec(question.target)?.[1]
    const copies = ids
      .map((one, index) => copy(one, versions[index] ?? 0))
      .filter((lead) => lead.id === (single ?? lead.id))
    for (const [index, one] of ids.entries()) if (one === (single ?? one)) told(one, versions[index] ?? 0)
    const data = single === undefined ? copies : copies[0]
    const pagination = { total: 9, nextCursor: question.target.includes('cursor') ? null : 'next' }
    question.resolve(Response.json({ success: true, data, pagination }))
  }

  /** Writes of one tab leave one after the other: what a later one leaves is newer. */
  function save(leadId: string, atLeast: number): void {
    const saved = Math.max(atLeast, 1 + (lastSaved.get(leadId) ?? -1))
    lastSaved.set(leadId, saved)
    told(leadId, saved)
    const lead = copy(leadId, saved)
    mergeIntoKnownLeads(client, lead, Date.now())
    const facts = { leadId, changes: { notes: lead.notes }, savedAs: versionAt(saved) }
    writes.push(buildOwnWrite({ ...facts, state: 'saved', endedAt: 1 }))
  }

  for (const one of steps) {
    if (one.act === 'ask') ask(one.what)
    if (one.act === 'answer') answer(one.versions)
    if (one.act === 'news') {
      told(one.id, one.version)
      taker.take({ kind: 'leads', asOf: Date.now(), leads: [copy(one.id, one.version)], arrived: [] }, Date.now())
    }
    if (one.act === 'save') save(one.id, one.version)
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (asked.length > 0) {
    answer([0, 0, 0])
    await new Promise((resolve) => setImmediate(resolve))
  }
  const rows = lists.flatMap((list) => list.getCurrentResult().data?.pages.flatMap(({ leads }) => leads) ?? [])
  const open = details.flatMap((detail) => detail.getCurrentResult().data?.data ?? [])
  client.clear()
  return [...rows, ...open]
    .map((lead) => shownLead(lead, writes))
    .filter(
      (lead) =>
        lead.updatedAt !== versionAt(newest.get(lead.id) ?? -1) || lead.notes !== `version ${newest.get(lead.id)}`,
    )
    .map((lead) => `${lead.id} is ${lead.notes} of ${lead.updatedAt}, not version ${newest.get(lead.id)}`)
}

it('shows of each lead the newest copy that was told, however answers, news and own writes come together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      expect(await live(steps)).toEqual([])
    }),
    { numRuns: process.env.PROVE === '1' ? 5_000 : 80 },
  )
})

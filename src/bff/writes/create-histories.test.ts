import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hasEnded } from '#contract/lead-write.ts'
import { createSafeWrites } from './safe-writes.ts'
import { createMemoryUpstream, type MemoryFault } from './testing/memory-upstream.ts'
import { createVirtualClock } from './testing/virtual-clock.ts'

const creates = process.env.PROVE === '1' ? 2000 : 200
/** Creates that run beside each other, under the ledger's bound. */
const atOnce = 200
const longestLagMs = 65_000

/** Even numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Loss {
  readonly ofReplies: number
  readonly ofRequests: number
  readonly ofReads: number
}

/** Sends creates through losses and a search that lags; gives what became of them. */
async function run(count: number, loss: Loss, seed: number) {
  const draw = randomFrom(seed)
  const clock = createVirtualClock()

  function faultOf(kind: 'read' | 'write'): MemoryFault {
    const at = draw()
    if (kind === 'read') return { kind: at < loss.ofReads ? 'after send' : 'none' }
    if (at < loss.ofReplies) return { kind: 'after commit' }
    if (at < loss.ofReplies + loss.ofRequests) return { kind: draw() < 0.5 ? 'before send' : 'after send' }
    return at > 0.97 ? { kind: 'refused', status: 400 } : { kind: 'none' }
  }
  const upstream = createMemoryUpstream({ clock, leads: [], faultOf, searchLagMs: () => draw() * longestLagMs })
  const writes = createSafeWrites({ clock, log: () => undefined, forward: upstream.forward })
  const results: { readonly name: string; readonly state: string; readonly leadId: string | null }[] = []
  for (let from = 0; from < count; from += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => ({
      writeId: randomUUID(),
      lead: { firstName: `Person ${from + index}`, ...(draw() < 0.3 ? { externalRef: `crm-${from + index}` } : {}) },
    }))
    for (const creation of batch) {
      writes.create(creation, 'request')
      // The same again, as a browser does whose answer was lost.
      if (draw() < 0.2) writes.create(creation, 'request')
      await clock.advance(draw() * 1000)
    }
    await clock.runOut()
    for (const { writeId, lead } of batch) {
      const write = writes.find(writeId)
      if (write !== undefined) results.push({ name: lead.firstName, state: write.state, leadId: write.leadId })
    }
  }
  const made = new Map<string, string[]>()
  for (const { id, firstName } of upstream.leads.values()) {
    made.set(firstName ?? '', [...(made.get(firstName ?? '') ?? []), id])
  }
  return { results, made }
}

function expectTruth({ results, made }: Awaited<ReturnType<typeof run>>, count: number): void {
  expect(results).toHaveLength(count)
  for (const { name, state, leadId } of results) {
    const ids = made.get(name) ?? []
    expect(hasEnded(state as 'saved'), state).toBe(true)
    expect(ids.length, `${name} (${state})`).toBeLessThanOrEqual(1)
    if (state === 'saved') expect(ids).toEqual([leadId])
    if (state === 'rejected' || state === 'not-sent') expect(ids).toEqual([])
  }
}

test(`${creates} creates, 30 % of the replies dropped, search up to 65 s late: no double, no false success (S29)`, async () => {
  const seed = Date.now()
  const result = await run(creates, { ofReplies: 0.3, ofRequests: 0, ofReads: 0 }, seed)
  expectTruth(result, creates)
  const unresolved = result.results.filter(({ state }) => state !== 'saved' && state !== 'rejected')
  expect(unresolved.length, `seed ${seed}`).toBe(0)
})

test(`and with requests and most looks lost too, none is doubled and none falsely called saved (S29)`, async () => {
  const seed = Date.now()
  const result = await run(creates, { ofReplies: 0.3, ofRequests: 0.2, ofReads: 0.7 }, seed)
  expectTruth(result, creates)
  const states = new Set(result.results.map(({ state }) => state))
  expect(states, `seed ${seed}`).toContain('saved')
})

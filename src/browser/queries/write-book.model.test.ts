import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LeadChanges, LeadField } from '#contract/lead.ts'
import { endedWell, isDraftAgain, isUnderWay, type OwnWrite } from './own-write.ts'
import { shownLead } from './shown-lead.ts'
import { createFakeProxy, holds, type Leaving, type Wire } from './testing/fake-proxy.ts'
import { createVirtualClock } from './testing/virtual-clock.ts'
import { createWriteBook, type WriteBook } from './write-book.ts'

const runs = process.env.PROVE === '1' ? 10_000 : 250

const changes = fc.oneof(
  fc.record<LeadChanges>({ status: fc.constantFrom('contacted', 'qualified', 'won', 'new') }),
  fc.record<LeadChanges>({ priority: fc.constantFrom('low', 'high', 'urgent') }),
  fc.record<LeadChanges>({ status: fc.constantFrom('lost', 'hot'), priority: fc.constantFrom('low', 'high') }),
)
const leadId = fc.constantFrom('a', 'b')
const index = fc.nat(5)

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('change' as const), leadId, changes }) },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('wait' as const), ms: fc.constantFrom(20, 500, 3_000, 9_000, 70_000) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('undo' as const, 'again' as const, 'check' as const, 'back' as const),
      index,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('resolve' as const),
      index,
      take: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('other' as const), leadId, changes }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'kill' as const,
        'start' as const,
        'offline' as const,
        'online' as const,
        'reload' as const,
        'hide' as const,
        'show' as const,
        'told' as const,
        'untold' as const,
        'nudge' as const,
      ),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const wires = fc.infiniteStream(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Wire>('good') },
    { weight: 3, arbitrary: fc.constantFrom<Wire>('request lost', 'answer lost', 'slow') },
  ),
)
const leavings = fc.infiniteStream(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Leaving>('saved') },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Leaving>('rejected', 'not-sent', 'unknown, saved', 'unknown, lost', 'checking, saved'),
    },
  ),
)

/** A tab, its proxy and everybody else, living through a history. Keeps how every write was last seen. */
function createWorld(wire: () => Wire, leaving: () => Leaving) {
  const clock = createVirtualClock()
  const proxy = createFakeProxy(clock, { wire, leaving })
  const lastSeen = new Map<string, OwnWrite>()
  /** Writes that a person replaced by another of the same meaning, or gave up. */
  const replacedBy = new Map<string, string>()
  const problems: string[] = []
  let storage = '[]'
  let isHidden = false
  let seenOffline = false
  /** The stream is up; whether its nudges come is another matter. */
  let isTold = false
  let minted = 0
  let life = 0
  proxy.addLead('a')
  proxy.addLead('b')

  function open(): WriteBook {
    life += 1
    const mine = life
    // What a page that is gone still hears changes nothing any more.
    const alive = <T>(answer: Promise<T>) =>
      answer.then(
        (value) => (mine === life ? value : new Promise<never>(() => {})),
        (error: unknown) => (mine === life ? Promise.reject(error) : new Promise<never>(() => {})),
      )
    const book = createWriteBook({
      send: (write) => alive(proxy.send(write)),
      undo: (id) => alive(proxy.undo(id)),
      listHolds: (ids) => alive(proxy.listHolds(ids)),
      readLead: (id) => alive(proxy.readLead(id)),
      now: clock.now,
      mintId: () => {
        minted += 1
        return `w${minted}`
      },
      later: (act, ms) => clock.later(() => mine === life && act(), ms),
      isHidden: () => isHidden,
      isOffline: () => seenOffline,
      isTold: () => isTold,
      keep: (writes) => {
        if (mine === life) storage = JSON.stringify(writes)
      },
      kept: () => JSON.parse(storage) as OwnWrite[],
      onSeen: () => undefined,
      onSaved: () => undefined,
    })
    book.subscribe(() => {
      if (mine === life) for (const write of book.writes()) see(write)
    })
    book.wake()
    return book
  }

  function see(write: OwnWrite): void {
    const before = lastSeen.get(write.id)
    lastSeen.set(write.id, write)
    const isNew = before?.state !== write.state
    if (isNew && (write.state === 'saved' || write.state === 'unchanged') && !wasSaved(write)) {
      problems.push(`${write.id} is shown ${write.state} but was not`)
    }
    if (before !== undefined && before.endedAt !== null && endedWell(before) && isNew)
      problems.push(`${write.id} ended twice`)
  }

  function wasSaved(write: OwnWrite): boolean {
    if (proxy.applied.has(write.id)) return true
    return proxy.history.some(({ lead }) => lead.id === write.leadId && holds(lead, write))
  }

  let book = open()

  async function take(one: Step): Promise<void> {
    switch (one.act) {
      case 'change': {
        const lead = shownLead(proxy.leads.get(one.leadId) ?? { id: one.leadId }, book.writesOf(one.leadId))
        void book.change(lead, one.changes)
        break
      }
      case 'wait':
        return clock.pass(one.ms)
      case 'undo':
        book.undo(pick(one.index)?.id ?? '')
        break
      case 'again':
        renewing(pick(one.index), () => book.sendAgain(pick(one.index)?.id ?? ''))
        break
      case 'back':
        book.changeBack(pick(one.index)?.id ?? '')
        break
      case 'check':
        book.check(pick(one.index)?.id ?? '')
        break
      case 'resolve':
        resolveOne(pick(one.index), one.take)
        break
      case 'other':
        proxy.edit(one.leadId, one.changes)
        break
      case 'told':
        isTold = true
        break
      case 'untold':
        isTold = false
        break
      case 'nudge':
        book.nudge()
        break
      case 'kill':
        proxy.kill()
        break
      case 'start':
        proxy.start()
        break
      case 'offline':
        proxy.setReachable(false)
        seenOffline = true
        break
      case 'online':
        proxy.setReachable(true)
        seenOffline = false
        book.wake()
        break
      case 'reload':
        book.rest()
        book = open()
        for (const write of book.writes()) see(write)
        break
      case 'hide':
        isHidden = true
        break
      case 'show':
        isHidden = false
        book.wake()
    }
  }

  function pick(at: number): OwnWrite | undefined {
    const writes = book.writes()
    return writes[at % Math.max(1, writes.length)]
  }

  /** Does something that may give a write a new id; the old one must have ended before. */
  function renewing(write: OwnWrite | undefined, act: () => void): void {
    if (write === undefined) return
    if (write.isUnconfirmed) proxy.allowAgain(write.id)
    act()
    if (book.writes().some(({ id }) => id === write.id)) return
    if (write.isUnconfirmed) problems.push(`${write.id} was never ended and got a new id`)
    if (proxy.isUnderWay(write.id)) problems.push(`${write.id} got a new id while it was under way`)
    const next = book.writes().at(-1)
    if (next !== undefined) replacedBy.set(write.id, next.id)
  }

  function resolveOne(write: OwnWrite | undefined, choice: 'mine' | 'theirs'): void {
    if (write?.failure?.kind !== 'conflict') return
    const [field] = Object.keys(write.failure.theirs) as LeadField[]
    if (field === undefined) return
    if (choice === 'theirs') replacedBy.set(write.id, 'given up')
    renewing(write, () => book.resolve(write.id, field, choice))
  }

  async function comeToRest(): Promise<void> {
    proxy.beFair()
    proxy.start()
    isHidden = false
    seenOffline = false
    book.wake()
    await clock.pass(15 * 60_000)
  }

  return { take, comeToRest, book: () => book, lastSeen, replacedBy, problems, proxy, storage: () => storage }
}

it('brings every write of any history to a true end, loses nothing typed, and forgets what ended well', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), wires, leavings, async (steps, wire, leaving) => {
      const world = createWorld(
        () => next(wire),
        () => next(leaving),
      )
      for (const one of steps) await world.take(one)
      await world.comeToRest()
      expect(world.problems).toEqual([])
      expect([...world.proxy.sentBlindly]).toEqual([])
      const writes = world.book().writes()
      expect(writes.filter(isUnderWay)).toEqual([])
      const unlooked = writes.filter(
        (write) => write.isUnconfirmed && write.checkedAt === null && write.failure === null,
      )
      expect(unlooked).toEqual([])
      const listed = new Set(writes.map(({ id }) => id))
      for (const [id, write] of world.lastSeen) {
        const isKept = listed.has(id) || world.replacedBy.has(id)
        expect(isKept || endedWell(write), `${id} is lost: ${JSON.stringify(write)}`).toBe(true)
        if (write.state === 'undone') expect(world.proxy.applied.has(id), `${id} was undone and yet sent`).toBe(false)
      }
      const open = writes.filter((write) => !endedWell(write) || isDraftAgain(write))
      expect(JSON.parse(world.storage())).toEqual(open)
      // What is neither under way nor saved a moment ago shows what the server says.
      for (const lead of world.proxy.leads.values()) expect(shownLead(lead, writes)).toBe(lead)
    }),
    { numRuns: runs },
  )
})

function next<T>(stream: fc.Stream<T>): T {
  for (const value of stream) return value
  throw new Error('A stream without end ended')
}

import { beforeEach, describe, expect, it } from 'vitest'
import { HttpError } from '#api/http-error.ts'
import type { Lead, LeadChanges } from '#contract/lead.ts'
import { FailedCall } from './failed-call.ts'
import { type Failure, toFailure } from './failure.ts'
import type { OwnWrite } from './own-write.ts'
import { createFakeProxy, type Leaving } from './testing/fake-proxy.ts'
import { createVirtualClock } from './testing/virtual-clock.ts'
import { createWriteBook, type WriteBook } from './write-book.ts'
import type { WriteBookPorts } from './write-book-ports.ts'

let clock: ReturnType<typeof createVirtualClock>
let proxy: ReturnType<typeof createFakeProxy>
let storage: string
let saved: (Lead | null)[]
let seen: Lead[]
let leaving: Leaving
let isOffline: boolean
let isTold: boolean
let asked: number
let book: WriteBook

function open(over: Partial<WriteBookPorts> = {}): WriteBook {
  let minted = 0
  const prefix = `w${clock.now()}-`
  return createWriteBook({
    send: proxy.send,
    undo: proxy.undo,
    listHolds: (ids) => {
      asked += 1
      return proxy.listHolds(ids)
    },
    readLead: proxy.readLead,
    now: clock.now,
    mintId: () => {
      minted += 1
      return prefix + minted
    },
    later: clock.later,
    isHidden: () => false,
    isOffline: () => isOffline,
    isTold: () => isTold,
    keep: (writes) => {
      storage = JSON.stringify(writes)
    },
    kept: () => JSON.parse(storage) as OwnWrite[],
    onSeen: (lead) => seen.push(lead),
    onSaved: (lead) => saved.push(lead),
    ...over,
  })
}

beforeEach(() => {
  clock = createVirtualClock()
  leaving = 'saved'
  proxy = createFakeProxy(clock, { wire: () => 'good', leaving: () => leaving })
  proxy.addLead('a')
  storage = '[]'
  saved = []
  seen = []
  isOffline = false
  isTold = false
  asked = 0
  book = open()
})

const lead = () => proxy.leads.get('a') ?? { id: 'a' }
const change = (changes: LeadChanges, note?: string) => book.change(lead(), changes, note)
const only = (): OwnWrite => {
  const [write, ...more] = book.writes()
  if (write === undefined || more.length > 0) throw new Error(`Not one write but ${book.writes().length}`)
  return write
}
const failed = (failure: Failure, cause?: unknown) => Promise.reject(new FailedCall(failure, cause))

describe('a change', () => {
  it('is there at once, held for its grace, then saved, and asked for three times at most', async () => {
    void change({ status: 'contacted' })
    expect(only()).toMatchObject({ state: 'waiting', base: { values: { status: 'new' } } })
    await clock.pass(1_000)
    expect(only()).toMatchObject({ state: 'held', dueAt: expect.any(Number) })
    await clock.pass(6_000)
    expect(only()).toMatchObject({ state: 'saved', savedAs: lead().updatedAt })
    expect(saved).toEqual([lead()])
    expect(asked).toBeLessThanOrEqual(3)
    expect(storage).toBe('[]')
    await clock.pass(120_000)
    expect(book.writes()).toEqual([])
  })

  it('resolves when it is held, and when it waits for a connection', async () => {
    const held = change({ status: 'contacted' })
    await clock.pass(1_000)
    expect(await held).toMatchObject({ state: 'held' })
    proxy.setReachable(false)
    const waiting = change({ priority: 'high' })
    const behind = change({ priority: 'urgent' })
    await clock.pass(1_000)
    expect(await waiting).toMatchObject({ state: 'waiting' })
    expect(await behind).toMatchObject({ state: 'waiting' })
  })

  it('leaves as soon as the one before it of the same lead has arrived, not before', async () => {
    void change({ status: 'contacted' })
    void change({ priority: 'high' })
    expect(proxy.sent).toHaveLength(1)
    await clock.pass(100)
    expect(proxy.sent.map(({ id }) => id)).toEqual(book.writes().map(({ id }) => id))
  })

  it('that nothing is in is none', async () => {
    expect(await change({})).toMatchObject({ state: 'unchanged' })
    expect(proxy.sent).toEqual([])
  })

  it.each([
    [429, 'RATE_LIMITED', 'not-sent', 'limited'],
    [401, 'UNAUTHORIZED', 'not-sent', 'key-refused'],
    [400, 'VALIDATION_ERROR', 'rejected', 'invalid'],
    [404, 'NOT_FOUND', 'rejected', 'not-found'],
    [409, 'NOTES_FULL', 'rejected', 'notes-full'],
    [500, 'DASHBOARD_ERROR', 'unknown', 'other'],
    [504, 'UNKNOWN_OUTCOME', 'unknown', 'unknown-outcome'],
    [502, 'UPSTREAM_UNREACHABLE', 'not-sent', 'upstream'],
  ] as const)(
    'answered by %i %s ends %s, keeps what was typed, and goes again under a new id',
    async (status, code, state, kind) => {
      const facts = { status, code, message: code, details: {}, requestId: 'r', retryAfterS: null }
      const error = new HttpError(facts)
      let isRefused = true
      book = open({ send: (write) => (isRefused ? failed(toFailure(error, null), error) : proxy.send(write)) })
      void change({ priority: 'high' })
      await clock.pass(100)
      const ended = only()
      expect(ended).toMatchObject({ state, failure: { kind }, changes: { priority: 'high' } })
      expect(JSON.parse(storage)).toEqual([ended])
      isRefused = false
      book.sendAgain(ended.id)
      await clock.pass(1_000)
      expect(only()).toMatchObject({ state: 'saved', changes: { priority: 'high' } })
      expect(only().id).not.toBe(ended.id)
    },
  )

  it('whose answers cannot be read is given up as unknown, and not tried for ever', async () => {
    let tries = 0
    book = open({
      send: () => {
        tries += 1
        return failed({ kind: 'contract', requestId: 'r' })
      },
    })
    void change({ priority: 'high' })
    await clock.pass(600_000)
    expect(only()).toMatchObject({ state: 'unknown', failure: { kind: 'contract' } })
    expect(tries).toBe(3)
  })
})

describe('offline', () => {
  it('keeps changes, tries rarely, and sends each once under its own id when it is back', async () => {
    proxy.setReachable(false)
    isOffline = true
    void change({ priority: 'high' })
    void change({ status: 'hot' })
    await clock.pass(60_000)
    expect(proxy.sent.length).toBeLessThanOrEqual(1)
    expect(asked).toBeLessThanOrEqual(20)
    expect(book.writes().map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    const ids = book.writes().map(({ id }) => id)
    proxy.setReachable(true)
    isOffline = false
    book.wake()
    await clock.pass(10_000)
    expect(book.writes().map(({ id, state }) => [id, state])).toEqual(ids.map((id) => [id, 'saved']))
    expect(lead()).toMatchObject({ priority: 'high', status: 'hot' })
  })

  it('goes on by itself when the dashboard answers again', async () => {
    proxy.setReachable(false)
    void change({ priority: 'high' })
    await clock.pass(20_000)
    proxy.setReachable(true)
    await clock.pass(6_000)
    expect(only().state).toBe('saved')
  })
})

describe('a proxy that is killed in the middle of a hold', () => {
  async function killedInHold() {
    void change({ status: 'contacted' })
    await clock.pass(2_000)
    proxy.kill()
    await clock.pass(6_000)
    expect(only()).toMatchObject({ state: 'checking', isUnconfirmed: false })
    proxy.start()
    await clock.pass(6_000)
  }

  it('leaves a change that is said to be unconfirmed, and that the lead does not show', async () => {
    await killedInHold()
    expect(only()).toMatchObject({ isUnconfirmed: true, checkedAt: expect.any(Number), endedAt: null })
    expect(lead().status).toBe('new')
    const calls = asked
    await clock.pass(600_000)
    expect(asked).toBe(calls)
  })

  it('lets it be sent again under the same id, or given up', async () => {
    await killedInHold()
    const { id } = only()
    book.sendAgain(id)
    await clock.pass(10_000)
    expect(only()).toMatchObject({ id, state: 'saved' })
    book.dismiss(id)
    expect(book.writes()).toEqual([])
  })

  it('leaves a change that is saved where the lead shows it', async () => {
    void change({ status: 'contacted' })
    await clock.pass(2_000)
    proxy.kill()
    proxy.edit('a', { status: 'contacted' })
    proxy.start()
    await clock.pass(10_000)
    expect(only()).toMatchObject({ state: 'saved', isUnconfirmed: false })
  })
})

describe('a page that was loaded again', () => {
  it('follows what the proxy holds', async () => {
    void change({ status: 'contacted' })
    await clock.pass(1_000)
    book.rest()
    book = open()
    book.wake()
    await clock.pass(6_000)
    expect(only().state).toBe('saved')
  })

  it('sends what never arrived by itself, under the same id', async () => {
    proxy.setReachable(false)
    void change({ status: 'contacted' })
    await clock.pass(1_000)
    const { id } = only()
    book.rest()
    proxy.setReachable(true)
    book = open()
    book.wake()
    await clock.pass(10_000)
    expect(only()).toMatchObject({ id, state: 'saved' })
  })

  it('still shows what ended badly', async () => {
    leaving = 'rejected'
    void change({ priority: 'high' })
    await clock.pass(1_000)
    book = open()
    expect(only()).toMatchObject({ state: 'rejected', changes: { priority: 'high' } })
  })
})

describe('undo', () => {
  it('takes a held change back, and nothing is sent', async () => {
    void change({ status: 'won' })
    await clock.pass(9_000)
    book.undo(only().id)
    expect(only().isUndoing).toBe(true)
    await clock.pass(10_000)
    expect(only().state).toBe('undone')
    expect(lead().status).toBe('new')
    expect(storage).toBe('[]')
  })

  it('of a status takes those before it back too: to a person they are one', async () => {
    void change({ status: 'lost' }, 'Lost: price')
    await clock.pass(1_000)
    void change({ status: 'contacted' })
    await clock.pass(1_000)
    book.undo(book.writes().at(-1)?.id ?? '')
    await clock.pass(20_000)
    expect(book.writes().map(({ state }) => state)).toEqual(['undone', 'undone'])
    expect(lead()).toMatchObject({ status: 'new' })
  })

  it('says at once what became of one that has gone', async () => {
    book = open({ undo: () => Promise.resolve('gone') })
    void change({ status: 'contacted' })
    await clock.pass(5_050)
    book.undo(only().id)
    await clock.pass(100)
    expect(only()).toMatchObject({ state: 'saved', isUndoing: false })
  })

  it('that cannot be told yet says so and is tried again while there is time', async () => {
    void change({ status: 'won' })
    await clock.pass(1_000)
    proxy.setReachable(false)
    book.undo(only().id)
    await clock.pass(1_000)
    expect(only()).toMatchObject({ state: 'held', failure: { kind: 'dashboard-gone' } })
    proxy.setReachable(true)
    await clock.pass(4_000)
    expect(only().state).toBe('undone')
  })

  it('is asked for once, also where news come meanwhile and an answer still says that it is held', async () => {
    let undone = 0
    book = open({
      undo: async (id) => {
        undone += 1
        await new Promise<void>((resolve) => void clock.later(resolve, 500))
        return proxy.undo(id)
      },
    })
    void change({ status: 'won' })
    await clock.pass(1_000)
    book.undo(only().id)
    book.nudge()
    await clock.pass(100)
    book.nudge()
    await clock.pass(2_000)
    expect([only().state, undone]).toEqual(['undone', 1])
  })

  it('of a change that waits for a connection never sends it', async () => {
    proxy.setReachable(false)
    isOffline = true
    void change({ status: 'won' })
    await clock.pass(1_000)
    book.undo(only().id)
    expect(only().state).toBe('undone')
  })
})

describe('undo of a change that nobody has answered for', () => {
  it('never sends it once the proxy says that it did not come', async () => {
    proxy.setReachable(false)
    void change({ priority: 'high' })
    await clock.pass(1_000)
    book.undo(only().id)
    expect(only()).toMatchObject({ state: 'waiting', isUndoing: true })
    proxy.setReachable(true)
    await clock.pass(25_000)
    expect(only().state).toBe('undone')
    expect(proxy.sent).toHaveLength(1)
    expect(lead().priority).toBe('low')
  })

  it('takes it back as soon as it turns out to be held', async () => {
    void change({ status: 'won' })
    book.undo(only().id)
    await clock.pass(1_000)
    expect(only().state).toBe('undone')
    await clock.pass(20_000)
    expect(lead().status).toBe('new')
  })
})

describe('changing back', () => {
  it('is a write of its own that stands on what was saved; a note stays', async () => {
    void change({ status: 'contacted', priority: 'high', externalRef: 'x' }, 'Called')
    await clock.pass(6_000)
    const { savedAs } = only()
    book.changeBack(only().id)
    expect(only()).toMatchObject({
      changes: { status: 'new', priority: 'low' },
      base: { updatedAt: savedAs, values: { status: 'contacted', priority: 'high' } },
      note: null,
      state: 'waiting',
    })
    await clock.pass(6_000)
    expect(lead()).toMatchObject({ status: 'new', priority: 'low' })
  })
})

describe('a conflict', () => {
  async function conflict() {
    void change({ status: 'hot', priority: 'high' })
    proxy.edit('a', { status: 'won', priority: 'urgent' })
    await clock.pass(6_000)
    expect(only()).toMatchObject({ state: 'conflict', failure: { theirs: { status: 'won', priority: 'urgent' } } })
    return only().id
  }

  it('tells the screens what somebody else wrote', async () => {
    await conflict()
    expect(seen).toMatchObject([{ id: 'a', status: 'won', priority: 'urgent' }])
  })

  it('sends what is left of mine when the last field is decided, on what they wrote', async () => {
    const id = await conflict()
    book.resolve(id, 'status', 'mine')
    expect(only()).toMatchObject({ id, state: 'conflict', failure: { theirs: { priority: 'urgent' } } })
    book.resolve(id, 'priority', 'theirs')
    expect(only()).toMatchObject({ state: 'waiting', changes: { status: 'hot' }, base: { values: { status: 'won' } } })
    expect(only().changes).not.toHaveProperty('priority')
    await clock.pass(6_000)
    expect(lead()).toMatchObject({ status: 'hot', priority: 'urgent' })
  })

  it('is over where all of theirs is taken', async () => {
    const id = await conflict()
    book.resolve(id, 'status', 'theirs')
    book.resolve(id, 'priority', 'theirs')
    expect(book.writes()).toEqual([])
    expect(storage).toBe('[]')
  })
})

describe('an unknown outcome', () => {
  it('is saved where the lead shows it, and says when somebody looked and it was not there', async () => {
    leaving = 'unknown, lost'
    void change({ priority: 'high' })
    await clock.pass(1_000)
    expect(only().state).toBe('unknown')
    book.check(only().id)
    await clock.pass(100)
    expect(only()).toMatchObject({ state: 'unknown', checkedAt: expect.any(Number) })
    proxy.edit('a', { priority: 'high' })
    book.check(only().id)
    await clock.pass(100)
    expect(only().state).toBe('saved')
  })
})

it('tells one lead only of its own writes', async () => {
  proxy.addLead('b')
  void change({ priority: 'high' })
  const own = book.writesOf('a')
  void book.change({ id: 'b', status: 'new' }, { status: 'hot' })
  expect(book.writesOf('a')).toBe(own)
  await clock.pass(1)
})

it('asks once for a held write, as soon as the stream says that writes have moved on', async () => {
  isTold = true
  void change({ status: 'contacted' })
  await clock.pass(5_100)
  expect(asked).toBe(0)
  book.nudge()
  await clock.pass(100)
  expect(only().state).toBe('saved')
  expect(asked).toBe(1)
  book.nudge()
  await clock.pass(100)
  expect(asked).toBe(1)
})

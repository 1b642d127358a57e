import { type Lead, lead } from '#contract/lead.ts'
import { liveTimes } from '#contract/live.ts'
import type { Status } from '#contract/status.ts'
import { unknownLimit } from '../budget/shares.ts'
import type { Touch } from '../cache/touched-by.ts'
import type { Forward, UpstreamAnswer } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'
import type { KeptWrite } from '../writes/write-ledger.ts'
import { type Activity, createActivity } from './activity.ts'
import { createFiguresNews } from './figures-news.ts'
import { createLeadBook, type LeadNews } from './lead-book.ts'
import { createLeadPoll, leadsInLook } from './lead-poll.ts'
import { createLiveHub, type LiveHub } from './live-hub.ts'
import type { LivePeers, ToldLive } from './live-peers.ts'
import { createPaced } from './paced.ts'
import { pollEveryMs } from './poll-pace.ts'
import { createWayWatch, type WayEvent } from './way-watch.ts'

/** Milliseconds from one event of a kind to the next, however much happens: each sets off reads in every browser. */
const tellEveryMs = { gap: 30_000, writes: 300 } as const

export interface LiveOptions {
  readonly clock: Clock
  /** The wrapped way; what people ask for goes through `activity.wrap` around it. */
  readonly forward: Forward
  /** Makes kept answers old. */
  readonly touch: (what: Touch) => void
  readonly way: () => Required<Pick<Status, 'budget' | 'breaker' | 'keyRefused'>>
  readonly fault: (thrown: unknown) => void
  /** The other servers that share the upstream, where there may be any. */
  readonly peers?: LivePeers | undefined
}

export interface Live {
  readonly hub: LiveHub
  readonly activity: Activity
  /** A write of this server has moved on. */
  noteWrite(write: KeptWrite): void
  /** Other figures are there than somebody was given. */
  noteFigures(): void
  /** Milliseconds from one look to the next; 0 while nobody listens. */
  pollEveryMs(): number
  end(): void
}

/** The live stream: one poll for all browsers, what it finds, what our own writes left, and how the way stands. */
export function openLive({ clock, forward, touch, way, fault, peers }: LiveOptions): Live {
  const book = createLeadBook()
  const tellActive = createPaced(clock, liveTimes.presentForMs / 4, () => peers?.tell({ kind: 'active' }))
  const activity = createActivity(
    clock,
    () => {
      poll.plan()
      figures.plan()
    },
    // Without others there is nobody to tell.
    peers && (() => tellActive.ask()),
  )
  const poll = createLeadPoll({
    clock,
    forward,
    everyMs: (failures) => pollEveryMs(way().budget.limit ?? unknownLimit, activity.isActive(), failures),
    mayLook: async (forMs) => (await peers?.mayLook(forMs)) ?? true,
    saw,
    fault,
  })
  const wayEvent = (): WayEvent => ({ kind: 'way', ...way(), pollEveryMs: poll.everyMs() })
  const hub = createLiveHub({
    clock,
    greeting: (resumed) => [{ kind: 'hello', resumed, pollEveryMs: poll.everyMs() }, wayEvent()],
    changed: (streams) => {
      for (const one of [poll, watch, figures]) one.turn(streams > 0)
    },
  })
  const watch = createWayWatch(clock, wayEvent, hub.tellNow)
  const figures = createFiguresNews({
    clock,
    isActive: activity.isActive,
    touch: () => touch({ figures: true }),
    tell: () => hub.tell({ kind: 'figures' }),
  })
  const gap = createPaced(clock, tellEveryMs.gap, () => hub.tell({ kind: 'gap' }))
  const tellWrites = () => hub.tell({ kind: 'writes' })
  const writes = createPaced(clock, tellEveryMs.writes, tellWrites)

  function saw({ json: { data }, answeredAt, saidAt = answeredAt }: UpstreamAnswer): void {
    peers?.tell({ kind: 'look', data, saidAt, ageMs: clock.now() - answeredAt })
    const news = look(data, saidAt, answeredAt)
    if (news.gap) touch({ leads: null })
    else if (news.leads.length > 0) touch({ leads: news.leads.map(({ id }) => id) })
    if (news.figures || news.gap) figures.ask(true)
  }

  function look(data: unknown, saidAt: number, asOf: number): LeadNews {
    const given = Array.isArray(data) ? (data as unknown[]) : []
    // Row by row: one odd lead must not hide the others.
    const rows = given.flatMap((row) => lead.safeParse(row).data ?? [])
    const news = book.looked(rows, given.length >= leadsInLook, saidAt + 1000)
    tellNews(news, asOf)
    return news
  }

  function tellNews({ leads, arrived, gap: isMore }: LeadNews, asOf: number): void {
    if (isMore) gap.ask()
    else if (leads.length > 0)
      hub.tell({ kind: 'leads', asOf: Math.floor(asOf), leads: [...leads], arrived: [...arrived] })
  }

  /** The write itself has dropped what it touched. */
  function tellOwn(left: Lead, isNew: boolean, asOf: number): void {
    const news = book.wrote(left, isNew)
    tellNews(news, asOf)
    if (news.figures) figures.ask(false)
  }

  function tellOwnToAll(left: Lead, isNew: boolean, asOf: number): void {
    peers?.tell({ kind: 'wrote', lead: left, isNew })
    tellOwn(left, isNew, asOf)
  }

  /** An answer to a write may be partial; a lead is told whole or not at all. */
  async function readWhole(id: string, isNew: boolean): Promise<void> {
    try {
      const { status, json, answeredAt } = await forward({ name: 'getLead', params: { id }, purpose: 'refresh' })
      const read = lead.safeParse(json.data)
      if (status < 300 && read.success) tellOwnToAll(read.data, isNew, answeredAt)
    } catch (thrown) {
      // The next look finds it.
      fault(thrown)
    }
  }

  function noteMoved(): void {
    if (hub.streams > 0) writes.ask()
    else tellWrites()
  }

  /** What another server saw or did; it has made old what had to be. */
  function hear(told: ToldLive): void {
    if (told.kind === 'active') activity.hear()
    else if (told.kind === 'writes') noteMoved()
    else if (told.kind === 'figures') figures.ask(false)
    else if (told.kind === 'wrote') tellOwn(told.lead, told.isNew, clock.now())
    else {
      const news = look(told.data, told.saidAt, clock.now() - told.ageMs)
      if (news.figures || news.gap) figures.ask(false)
    }
  }
  peers?.hear(hear)

  return {
    hub,
    activity,
    noteWrite({ kind, lead: left }) {
      noteMoved()
      peers?.tell({ kind: 'writes' })
      if (left === null) return
      const isNew = kind === 'create'
      if (isWhole(left)) tellOwnToAll(left, isNew, clock.now())
      // Where nobody listens, the next look finds it.
      else if (hub.streams > 0) void readWhole(left.id, isNew)
    },
    noteFigures() {
      peers?.tell({ kind: 'figures' })
      figures.ask(false)
    },
    pollEveryMs: () => (hub.streams > 0 ? poll.everyMs() : 0),
    end() {
      hub.end()
      for (const one of [poll, figures, gap, writes, tellActive]) one.end()
    },
  }
}

/** What every whole lead has. */
function isWhole({ status, createdAt, updatedAt }: Lead): boolean {
  return [status, createdAt, updatedAt].every((field) => typeof field === 'string')
}

import { lead } from '#contract/lead.ts'
import { readPolicies } from '#contract/read-policies.ts'
import type { Status } from '#contract/status.ts'
import { unknownLimit } from '../budget/shares.ts'
import type { Forward } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'
import type { KeptWrite } from '../writes/write-ledger.ts'
import { type Activity, activeForMs, createActivity } from './activity.ts'
import { createLeadBook, type LeadNews } from './lead-book.ts'
import { createLeadPoll, leadsInLook } from './lead-poll.ts'
import type { LiveFellows } from './live-fellows.ts'
import { createLiveHub, type LiveHub } from './live-hub.ts'
import { createPaced } from './paced.ts'
import { pollEveryMs } from './poll-pace.ts'
import { createWayWatch, type WayEvent } from './way-watch.ts'

/** Milliseconds from one event of a kind to the next, however much happens: each sets off reads in every browser. */
const tellEveryMs = {
  /** As long as figures count as fresh: all browsers then ask at the same time, and share one call a question. */
  figures: readPolicies.summary.freshForMs,
  gap: 30_000,
  writes: 300,
} as const

export interface LiveOptions {
  readonly clock: Clock
  /** The wrapped way; what people ask for goes through `activity.wrap` around it. */
  readonly forward: Forward
  /** Makes kept answers old. */
  readonly touch: (what: { readonly leads?: readonly string[] | null; readonly figures?: boolean }) => void
  readonly way: () => Required<Pick<Status, 'budget' | 'breaker' | 'keyRefused'>>
  readonly fault: (thrown: unknown) => void
  /** The other servers that share the upstream, where there may be any. */
  readonly fellows?: LiveFellows | undefined
}

export interface Live {
  readonly hub: LiveHub
  readonly activity: Activity
  /** A write of this server has moved on. */
  noteWrite(write: KeptWrite): void
  /** Milliseconds from one look to the next; 0 while nobody listens. */
  pollEveryMs(): number
  end(): void
}

/** The live stream: one poll for all browsers, what it finds, what our own writes left, and how the way stands. */
export function openLive({ clock, forward, touch, way, fault, fellows }: LiveOptions): Live {
  const book = createLeadBook()
  const tellActive = createPaced(clock, activeForMs / 4, () => fellows?.tell({ kind: 'active' }))
  const activity = createActivity(
    clock,
    () => poll.plan(),
    () => tellActive.ask(),
  )
  const poll = createLeadPoll({
    clock,
    forward,
    everyMs: (failures) => pollEveryMs(way().budget.limit ?? unknownLimit, activity.isActive(), failures),
    mayLook: async (forMs) => (await fellows?.mayLook(forMs)) ?? true,
    saw(answer) {
      const { data } = answer.json
      fellows?.tell({ kind: 'look', data, ageMs: clock.now() - answer.answeredAt })
      const news = look(data, answer.answeredAt)
      if (news.gap) touch({ leads: null })
      else if (news.leads.length > 0) touch({ leads: news.leads.map(({ id }) => id) })
    },
    fault,
  })
  const wayEvent = (): WayEvent => ({ kind: 'way', ...way(), pollEveryMs: poll.everyMs() })
  const hub = createLiveHub({
    clock,
    greeting: (resumed) => [{ kind: 'hello', resumed, pollEveryMs: poll.everyMs() }, wayEvent()],
    changed: (streams) => {
      poll.turn(streams > 0)
      watch.turn(streams > 0)
    },
  })
  const watch = createWayWatch(clock, wayEvent, hub.tellNow)
  const figures = createPaced(clock, tellEveryMs.figures, () => {
    touch({ figures: true })
    hub.tell({ kind: 'figures' })
  })
  const gap = createPaced(clock, tellEveryMs.gap, () => hub.tell({ kind: 'gap' }))
  const writes = createPaced(clock, tellEveryMs.writes, () => hub.tell({ kind: 'writes' }))

  function look(data: unknown, asOf: number): LeadNews {
    const given = Array.isArray(data) ? (data as unknown[]) : []
    // Row by row: one odd lead must not hide the others.
    const rows = given.flatMap((row) => lead.safeParse(row).data ?? [])
    const news = book.looked(rows, given.length >= leadsInLook)
    tellNews(news, asOf)
    return news
  }

  function tellNews({ leads, arrived, figures: isCounted, gap: isMore }: LeadNews, asOf: number): void {
    if (isMore) gap.ask()
    else if (leads.length > 0) hub.tell({ kind: 'leads', asOf, leads: [...leads], arrived: [...arrived] })
    if (isCounted || isMore) figures.ask()
  }

  fellows?.hear((told) => {
    if (told.kind === 'active') activity.hear()
    else if (told.kind === 'writes') writes.ask()
    else if (told.kind === 'wrote') tellNews(book.wrote(told.lead, told.isNew), clock.now())
    else look(told.data, clock.now() - told.ageMs)
  })

  return {
    hub,
    activity,
    noteWrite({ kind, lead: left }) {
      writes.ask()
      fellows?.tell({ kind: 'writes' })
      if (left === null) return
      const isNew = kind === 'create'
      fellows?.tell({ kind: 'wrote', lead: left, isNew })
      tellNews(book.wrote(left, isNew), clock.now())
    },
    pollEveryMs: () => (hub.streams > 0 ? poll.everyMs() : 0),
    end() {
      hub.end()
      for (const one of [figures, gap, writes, tellActive]) one.end()
    },
  }
}

import * as z from 'zod/mini'

/** One undelivered event as it was seen. Instants are epoch milliseconds. */
const entry = z.object({
  id: z.string(),
  platform: z.string(),
  /** The lead's status that it tells of: another one is another event. Null where nothing tells, as in files of an older version. */
  status: z._default(z.nullable(z.string()), null),
  /** When a list held it first; 0 in files of an older version. */
  firstSeenAt: z._default(z.number(), 0),
  /** When the event happened at the latest; never moved later. */
  at: z.number(),
  /** Since when no list has held it; null while one does. */
  goneAt: z.nullable(z.number()),
})

/** What this desk saw of undelivered events. `delivered`: by platform, when an event was last seen to have left the list. */
export const unsentBook = z.object({
  watchingSince: z.nullable(z.number()),
  entries: z.array(entry),
  delivered: z.array(z.tuple([z.string(), z.number()])),
})
export type UnsentBook = z.output<typeof unsentBook>
type Entry = UnsentBook['entries'][number]

export const emptyBook: UnsentBook = { watchingSince: null, entries: [], delivered: [] }

/** Events remembered at most: a bound on what an upstream can make this desk keep. */
export const bookLimit = 20_000
/** An event that no list has held for so long is forgotten; a list that lags for a moment makes none of them young again. */
export const forgetAfterMs = 60 * 60_000
/** After so long without a list nobody has watched: the page asks every minute, the count beside its link every five. */
export const unwatchedAfterMs = 15 * 60_000
const platformLimit = 50

/** A row of the list of undelivered events, as far as this book needs it. */
export interface UnsentSight {
  readonly id: string
  readonly platform: string
  readonly status: string | null
  /** Epoch milliseconds of an attempt to send this very event; null where there was none. */
  readonly triedAt: number | null
}

/**
 * Takes in a whole list; the same book where nothing is new. An event that is not in it any more has gone, and was delivered
 * once the next list does not hold it either: one list may lag. Nothing that is kept lies in the future of `now`.
 */
export function seeList(before: UnsentBook, rows: readonly UnsentSight[], now: number): UnsentBook {
  const book = notAfter(before, now)
  const byId = new Map(book.entries.map((known) => [known.id, known]))
  const listed = new Map(rows.map((row) => [row.id, row]))
  const delivered = new Map(book.delivered)
  let isNew = book !== before || book.watchingSince === null
  for (const known of book.entries) {
    const row = listed.get(known.id)
    const next = row === undefined ? gone(known, now, delivered) : backIn(known, row, now)
    if (next === known) continue
    isNew = true
    if (next === null) byId.delete(known.id)
    else byId.set(known.id, next)
  }
  for (const row of listed.values()) {
    if (byId.has(row.id) || byId.size >= bookLimit) continue
    isNew = true
    byId.set(row.id, firstSight(row, now))
  }
  for (const [platform, at] of delivered) isNew ||= at !== deliveredAt(book, platform)
  if (!isNew) return book
  return { watchingSince: book.watchingSince ?? now, entries: [...byId.values()], delivered: bounded(delivered) }
}

/** Before a list is taken in: where nobody looked for a while, or ever, watching begins anew. `lookedAt`: the last list. */
export function watchAnew(book: UnsentBook, lookedAt: number | null, now: number): UnsentBook {
  const isWatched = lookedAt !== null && Math.abs(now - lookedAt) <= unwatchedAfterMs
  return isWatched || book.watchingSince === now ? book : { ...book, watchingSince: now }
}

/**
 * What a lead's last change tells: its event cannot have happened after it. An answer asked for before the event was first
 * seen tells nothing: it may be of a time before the event.
 */
export function seeChanges(book: UnsentBook, changedAt: ReadonlyMap<string, number>, askedAt: number): UnsentBook {
  const isEarlier = ({ id, at, firstSeenAt, goneAt }: Entry) =>
    goneAt === null && firstSeenAt <= askedAt && (changedAt.get(id) ?? at) < at
  if (!book.entries.some(isEarlier)) return book
  const entries = book.entries.map((known) =>
    isEarlier(known) ? { ...known, at: changedAt.get(known.id) ?? known.at } : known,
  )
  return { ...book, entries }
}

/** Notes that something was delivered on a platform. */
export function seeDelivery(book: UnsentBook, platform: string, now: number): UnsentBook {
  return { ...book, delivered: bounded(new Map(book.delivered).set(platform, now)) }
}

function firstSight({ id, platform, status, triedAt }: UnsentSight, now: number): Entry {
  return { id, platform, status, firstSeenAt: now, at: Math.min(now, triedAt ?? now), goneAt: null }
}

function backIn(known: Entry, row: UnsentSight, now: number): Entry {
  if (known.status !== null && row.status !== null && known.status !== row.status) return firstSight(row, now)
  const status = known.status ?? row.status
  return known.goneAt === null && known.status === status ? known : { ...known, status, goneAt: null }
}

function gone(known: Entry, now: number, delivered: Map<string, number>): Entry | null {
  if (known.goneAt === null) return { ...known, goneAt: now }
  delivered.set(known.platform, Math.max(delivered.get(known.platform) ?? 0, known.goneAt))
  return now - known.goneAt > forgetAfterMs ? null : known
}

function deliveredAt({ delivered }: UnsentBook, platform: string): number | undefined {
  return delivered.find(([name]) => name === platform)?.[1]
}

/** A clock that once ran ahead must not keep anything from being seen for as long as it did. */
function notAfter(book: UnsentBook, now: number): UnsentBook {
  const { watchingSince, entries, delivered } = book
  const isAhead = ({ firstSeenAt, at, goneAt }: Entry) => Math.max(firstSeenAt, at, goneAt ?? 0) > now
  if ((watchingSince ?? 0) <= now && !entries.some(isAhead) && !delivered.some(([, at]) => at > now)) return book
  return {
    watchingSince: watchingSince === null ? null : Math.min(watchingSince, now),
    entries: entries.map((one) =>
      isAhead(one)
        ? {
            ...one,
            firstSeenAt: Math.min(one.firstSeenAt, now),
            at: Math.min(one.at, now),
            goneAt: one.goneAt === null ? null : Math.min(one.goneAt, now),
          }
        : one,
    ),
    delivered: delivered.map(([platform, at]) => [platform, Math.min(at, now)]),
  }
}

function bounded(delivered: ReadonlyMap<string, number>): [string, number][] {
  return [...delivered].sort(([, one], [, other]) => other - one).slice(0, platformLimit)
}

import * as z from 'zod/mini'

/** One undelivered event as it was seen. Instants are epoch milliseconds. */
const entry = z.object({
  id: z.string(),
  platform: z.string(),
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
const platformLimit = 50

/** A row of the list of undelivered events, as far as this book needs it. */
export interface UnsentSight {
  readonly id: string
  readonly platform: string
  /** Epoch milliseconds of an attempt to send this very event; null where there was none. */
  readonly triedAt: number | null
}

/** Takes in a whole list. An event that is not in it any more was delivered; the same book where nothing is new. */
export function seeList(book: UnsentBook, rows: readonly UnsentSight[], now: number): UnsentBook {
  const byId = new Map(book.entries.map((known) => [known.id, known]))
  const listed = new Map(rows.map((row) => [row.id, row]))
  const delivered = new Map(book.delivered)
  let isNew = book.watchingSince === null
  for (const known of book.entries) {
    const next = listed.has(known.id) ? backIn(known) : gone(known, now, delivered)
    if (next === known) continue
    isNew = true
    if (next === null) byId.delete(known.id)
    else byId.set(known.id, next)
  }
  for (const { id, platform, triedAt } of listed.values()) {
    if (byId.has(id) || byId.size >= bookLimit) continue
    isNew = true
    byId.set(id, { id, platform, at: Math.min(now, triedAt ?? now), goneAt: null })
  }
  if (!isNew) return book
  return { watchingSince: book.watchingSince ?? now, entries: [...byId.values()], delivered: bounded(delivered) }
}

/** What a lead's last change tells: its event cannot have happened after it. */
export function seeChanges(book: UnsentBook, changedAt: ReadonlyMap<string, number>): UnsentBook {
  const isEarlier = ({ id, at, goneAt }: Entry) => goneAt === null && (changedAt.get(id) ?? at) < at
  if (!book.entries.some(isEarlier)) return book
  const entries = book.entries.map((known) =>
    isEarlier(known) ? { ...known, at: changedAt.get(known.id) ?? known.at } : known,
  )
  return { ...book, entries }
}

/** Notes that something was delivered on a platform, '' for one that is not known. */
export function seeDelivery(book: UnsentBook, platform: string, now: number): UnsentBook {
  return { ...book, delivered: bounded(new Map(book.delivered).set(platform, now)) }
}

function backIn(known: Entry): Entry {
  return known.goneAt === null ? known : { ...known, goneAt: null }
}

function gone(known: Entry, now: number, delivered: Map<string, number>): Entry | null {
  if (known.goneAt !== null) return now - known.goneAt > forgetAfterMs ? null : known
  delivered.set(known.platform, now)
  return { ...known, goneAt: now }
}

function bounded(delivered: ReadonlyMap<string, number>): [string, number][] {
  return [...delivered].sort(([, one], [, other]) => other - one).slice(0, platformLimit)
}

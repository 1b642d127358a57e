/** Somebody went out of this tab to talk to a lead. Ids only: it is kept in the tab so that a discarded one still asks. */
export interface Outing {
  readonly leadId: string
  readonly by: 'whatsapp' | 'call'
  /** Epoch milliseconds, as all times here. */
  readonly leftAt: number
  /** When the tab went out of sight; null while it has not. */
  readonly hiddenAt: number | null
  /** Away for long enough that there may be something to tell. */
  readonly isDue: boolean
}

export interface Outings {
  readonly open: readonly Outing[]
  /** Lead id to when it was asked last. */
  readonly asked: Readonly<Record<string, number>>
}

export const noOutings: Outings = { open: [], asked: {} }

/** Shorter, and nobody has talked. */
const awayMs = 20_000
/** The tab must go out of sight soon after, or it went for another reason. */
const leavingMs = 2 * 60_000
const askEveryMs = 60 * 60_000
/** Nobody remembers how yesterday's call went. */
const forgetMs = 12 * 60 * 60_000

export function leave(outings: Outings, leadId: string, by: Outing['by'], now: number): Outings {
  const { open, asked } = forgetOld(outings, now)
  const askedAt = asked[leadId]
  if (askedAt !== undefined && now - askedAt < askEveryMs) return { open, asked }
  const others = open.filter((outing) => outing.leadId !== leadId)
  return { open: [...others, { leadId, by, leftAt: now, hiddenAt: null, isDue: false }], asked }
}

/** The tab is out of sight: that is the outing begun last. */
export function hide(outings: Outings, now: number): Outings {
  const last = outings.open.at(-1)
  if (last === undefined || last.isDue || last.hiddenAt !== null || now - last.leftAt > leavingMs) return outings
  return { ...outings, open: [...outings.open.slice(0, -1), { ...last, hiddenAt: now }] }
}

/** The tab is back in sight, or was loaded anew. */
export function comeBack(given: Outings, now: number): Outings {
  const outings = forgetOld(given, now)
  if (!outings.open.some((outing) => outing.hiddenAt !== null && !outing.isDue)) return outings
  const open = outings.open.map((outing) => {
    if (outing.hiddenAt === null || outing.isDue) return outing
    return now - outing.hiddenAt >= awayMs ? { ...outing, isDue: true } : { ...outing, hiddenAt: null }
  })
  return { ...outings, open }
}

/** It was answered or waved away: not asked again for an hour. */
export function settle(outings: Outings, leadId: string, now: number): Outings {
  return {
    open: outings.open.filter((outing) => outing.leadId !== leadId),
    asked: { ...outings.asked, [leadId]: now },
  }
}

function forgetOld(outings: Outings, now: number): Outings {
  const open = outings.open.filter(({ leftAt }) => now - leftAt < forgetMs)
  const recent = Object.entries(outings.asked).filter(([, at]) => now - at < askEveryMs)
  if (open.length === outings.open.length && recent.length === Object.keys(outings.asked).length) return outings
  return { open, asked: Object.fromEntries(recent) }
}

export function isOutings(value: unknown): value is Outings {
  if (typeof value !== 'object' || value === null || !('open' in value) || !('asked' in value)) return false
  const { open, asked } = value
  return (
    Array.isArray(open) &&
    open.every(isOuting) &&
    typeof asked === 'object' &&
    asked !== null &&
    Object.values(asked).every((at) => typeof at === 'number')
  )
}

function isOuting(value: unknown): value is Outing {
  if (typeof value !== 'object' || value === null) return false
  const { leadId, by, leftAt, hiddenAt, isDue } = value as Record<string, unknown>
  return (
    typeof leadId === 'string' &&
    (by === 'whatsapp' || by === 'call') &&
    typeof leftAt === 'number' &&
    (hiddenAt === null || typeof hiddenAt === 'number') &&
    typeof isDue === 'boolean'
  )
}

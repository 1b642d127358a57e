import { type Lead, lead } from '#contract/lead.ts'
import { countedFields } from '../cache/touched-by.ts'

/** Leads remembered at most, those seen last: many times what one look shows. */
const leadsKept = 2000
/** How much later than others a lead may turn up in the list and still count as just made, in milliseconds. */
const lateMs = 60_000

export interface LeadNews {
  /** Changed or new ones, as they are now. */
  readonly leads: readonly Lead[]
  /** Ids among them that were made since the look before. */
  readonly arrived: readonly string[]
  /** Whether something that figures count has changed. */
  readonly figures: boolean
  /** There may be more of them than the look showed. */
  readonly gap: boolean
}

/**
 * What is known of leads, whoever showed it: looks at the upstream, and our own writes. News is what differs; an older
 * `updatedAt` never overrides a newer one, because a list may lag behind a write.
 */
export function createLeadBook(maxLeads: number = leadsKept) {
  const known = new Map<string, Lead>()
  /** The newest change that a look has shown, by the upstream's clock; null before the first look. */
  let newestSeen: number | null = null

  function remember(one: Lead): void {
    known.delete(one.id)
    known.set(one.id, one)
    if (known.size <= maxLeads) return
    const [oldest] = known.keys()
    if (oldest !== undefined) known.delete(oldest)
  }

  function isNews(one: Lead): boolean {
    const before = known.get(one.id)
    return before === undefined || (!isOlder(one, before) && !saysSame(one, before))
  }

  function changesFigures(one: Lead): boolean {
    const before = known.get(one.id)
    return before === undefined || countedFields.some((field) => !isSame(one[field], before[field]))
  }

  return {
    /**
     * A look: rows by `updatedAt`, newest first; `isFull`: there may be more behind them; `at`: by the upstream's clock, in
     * epoch milliseconds. The first look only learns.
     */
    looked(rows: readonly Lead[], isFull: boolean, at: number): LeadNews {
      const before = newestSeen
      const stamps = rows.map(changedAt).filter(Number.isFinite)
      // A lead that claims to be changed in the future must not make everything else old.
      newestSeen = Math.max(before ?? Number.NEGATIVE_INFINITY, Math.min(at, Math.max(...stamps)))
      const leads = before === null ? [] : rows.filter(isNews)
      const madeAfter = (before ?? Number.POSITIVE_INFINITY) - lateMs
      const arrived = leads.filter(({ id, createdAt }) => !known.has(id) && Date.parse(createdAt ?? '') >= madeAfter)
      const last = rows.at(-1)
      const gap = isFull && before !== null && last !== undefined && isNews(last) && !(changedAt(last) < before)
      const figures = leads.some(changesFigures)
      for (const row of before === null ? rows : leads) remember(row)
      return { leads, arrived: arrived.map(({ id }) => id), figures, gap }
    },

    /** What one of our own writes left. */
    wrote(one: Lead, isNew: boolean): LeadNews {
      const leads = isNews(one) ? [one] : []
      const figures = leads.some(changesFigures)
      for (const row of leads) remember(row)
      return { leads, arrived: isNew ? leads.map(({ id }) => id) : [], figures, gap: false }
    },
  }
}

function changedAt({ updatedAt }: Lead): number {
  return Date.parse(updatedAt ?? '')
}

function isOlder(one: Lead, other: Lead): boolean {
  return changedAt(one) < changedAt(other)
}

const fields = Object.keys(lead.shape) as readonly (keyof Lead)[]

/** What an answer leaves out it says nothing of: lists have no `externalRef`. */
function saysSame(one: Lead, before: Lead): boolean {
  return fields.every((field) => one[field] === undefined || isSame(one[field], before[field]))
}

/** Missing and null are both unknown. */
function isSame(one: unknown, other: unknown): boolean {
  return (one ?? null) === (other ?? null)
}

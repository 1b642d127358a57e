import type { Lead } from '#contract/lead.ts'
import type { Filters } from '#parts/filter/filter-codec.ts'
import { tellingWrite } from '#parts/status/telling-write.ts'
import { isUnderWay, type OwnWrite } from '#queries/own-write.ts'
import { type BoardStatus, boardStatuses, boardStatusOf, isClosing } from './board-statuses.ts'

/** What the server said of one status; the leads carry one's own changes already. */
export interface StatusList {
  readonly leads: readonly Lead[] | undefined
  /** How many Konektor counts; null where nobody knows. */
  readonly total: number | null
}
export type StatusLists = Readonly<Record<BoardStatus, StatusList>>

export interface BoardCard {
  readonly lead: Lead
  /** What is to be said of the lead's own changes; null for nothing. */
  readonly write: OwnWrite | null
  /** Leaves this column or this filter, and stands here until that is saved. */
  readonly isGhost: boolean
}

export interface BoardColumn {
  readonly cards: readonly BoardCard[]
  readonly total: number | null
  /** Moves into and out of this status that the total does not hold yet: one's own, and those that the stream told of. */
  readonly moves: number
}
export type BoardColumns = Readonly<Record<BoardStatus, BoardColumn>>

interface BoardInput {
  readonly lists: StatusLists
  /** Leads on the move that no list holds for the moment (see `use-board`). */
  readonly moving: readonly Lead[]
  readonly writes: readonly OwnWrite[]
  readonly filters: Filters
}

/**
 * Where every loaded lead stands: once, in the column of its status as this tab shows it. Leads that come from another
 * column stand on top, the last moved first; all others stay in the order of the server.
 */
export function boardColumns({ lists, moving, writes, filters }: BoardInput): BoardColumns {
  const telling = tellingWrites(writes)
  const leads = newestCopies(lists, moving)
  const homes = homesOf(lists)
  const columns = emptyColumns(lists)
  const arrived: Record<BoardStatus, BoardCard[]> = emptyOf(() => [])
  for (const [id, lead] of leads) {
    const write = telling.get(id) ?? null
    const to = matchesFilters(lead, filters) ? boardStatusOf(lead.status) : null
    const home = homes.get(id) ?? []
    for (const status of home) if (status !== to) columns[status].moves -= 1
    if (to !== null && !home.includes(to)) columns[to].moves += 1
    if (to !== null && !isClosing(to) && !home.includes(to)) arrived[to].push({ lead, write, isGhost: false })
  }
  for (const status of boardStatuses) {
    if (isClosing(status)) continue
    const { cards } = columns[status]
    cards.push(...arrived[status].sort(lastMovedFirst))
    for (const { id } of lists[status].leads ?? []) {
      const lead = leads.get(id)
      if (lead === undefined) continue
      const write = telling.get(id) ?? null
      const to = matchesFilters(lead, filters) ? boardStatusOf(lead.status) : null
      if (to === status) cards.push({ lead, write, isGhost: false })
      else if ((to === null || isClosing(to)) && homes.get(id)?.[0] === status && write !== null && mayReturn(write))
        cards.push({ lead, write, isGhost: true })
    }
  }
  return columns
}

function tellingWrites(writes: readonly OwnWrite[]): ReadonlyMap<string, OwnWrite> {
  const telling = new Map<string, OwnWrite>()
  for (const id of new Set(writes.map(({ leadId }) => leadId))) {
    const write = tellingWrite(writes.filter(({ leadId }) => leadId === id))
    if (write !== undefined) telling.set(id, write)
  }
  return telling
}

/** Whether a lead, as this tab shows it, is among those that the filters ask for. When it was created never changes. */
export function matchesFilters(lead: Lead, { priority, source, adPlatform, assignedTo }: Filters): boolean {
  return (
    (priority === null || lead.priority === priority) &&
    (source === null || lead.source === source) &&
    (adPlatform === null || lead.adPlatform === adPlatform) &&
    (assignedTo === null || lead.assignedTo === assignedTo)
  )
}

function mayReturn(write: OwnWrite): boolean {
  return isUnderWay(write) || write.state === 'unknown'
}

function newestCopies(lists: StatusLists, moving: readonly Lead[]): ReadonlyMap<string, Lead> {
  const copies = new Map<string, Lead>()
  const take = (lead: Lead) => {
    const before = copies.get(lead.id)
    if (before === undefined || instant(lead) > instant(before)) copies.set(lead.id, lead)
  }
  for (const status of boardStatuses) for (const lead of lists[status].leads ?? []) take(lead)
  for (const lead of moving) if (!copies.has(lead.id)) copies.set(lead.id, lead)
  return copies
}

function homesOf(lists: StatusLists): ReadonlyMap<string, readonly BoardStatus[]> {
  const homes = new Map<string, BoardStatus[]>()
  for (const status of boardStatuses)
    for (const { id } of lists[status].leads ?? []) {
      const known = homes.get(id)
      if (known === undefined) homes.set(id, [status])
      else if (!known.includes(status)) known.push(status)
    }
  return homes
}

interface ColumnInMaking extends BoardColumn {
  readonly cards: BoardCard[]
  moves: number
}

function emptyColumns(lists: StatusLists): Record<BoardStatus, ColumnInMaking> {
  return emptyOf((status) => ({ cards: [], total: lists[status].total, moves: 0 }))
}

function emptyOf<T>(make: (status: BoardStatus) => T): Record<BoardStatus, T> {
  return Object.fromEntries(boardStatuses.map((status) => [status, make(status)])) as Record<BoardStatus, T>
}

function instant({ updatedAt }: Lead): number {
  const epochMs = Date.parse(updatedAt ?? '')
  return Number.isNaN(epochMs) ? 0 : epochMs
}

function lastMovedFirst(a: BoardCard, b: BoardCard): number {
  return (b.write?.madeAt ?? 0) - (a.write?.madeAt ?? 0) || instant(b.lead) - instant(a.lead)
}

import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Member, member } from '#contract/member.ts'
import { type SentTicket, sentTicket } from '#contract/sent-ticket.ts'
import {
  changedSettings,
  type Settings,
  type SettingsChange,
  settings as settingsSchema,
  standardSettings,
} from '#contract/settings.ts'
import type { UnsentSeen } from '#contract/unsent-seen.ts'
import { openKeptFile } from './kept-file.ts'
import {
  emptyBook,
  seeChanges,
  seeDelivery,
  seeList,
  type UnsentBook,
  type UnsentSight,
  unsentBook,
  watchAnew,
} from './unsent-book.ts'

/** Lines the ticket ledger keeps, the newest. */
export const ledgerLines = 500

/** Members kept at most: a bound on what an upstream can make this desk remember. */
export const memberLimit = 1000

export interface DeskOptions {
  readonly directory: string
  /** Members known from the start; a name given later wins. */
  readonly seedMembers: readonly Member[]
  /** Told where a damaged file was kept aside. */
  readonly warn?: (keptAside: string) => void
}

/** What the dashboard itself remembers: member names, tickets sent, settings and undelivered events, a file each in one directory. */
export async function openDesk(options: DeskOptions) {
  const { directory, seedMembers, warn = () => undefined } = options
  const members = await openKeptFile({
    path: join(directory, 'members.json'),
    schema: z.array(member),
    initial: [],
    warn,
  })
  const tickets = await openKeptFile({
    path: join(directory, 'tickets.json'),
    schema: z.array(sentTicket),
    initial: [],
    warn,
  })
  const settings = await openKeptFile({
    path: join(directory, 'settings.json'),
    schema: settingsSchema,
    initial: standardSettings,
    warn,
  })
  const unsent = await openKeptFile({
    path: join(directory, 'unsent.json'),
    schema: unsentBook,
    initial: emptyBook,
    warn,
  })
  const byId = new Map<string, Member>([...seedMembers, ...members.value].map((one) => [one.id, one]))

  function keepMembers(): Promise<void> {
    return members.replace([...byId.values()])
  }

  /** The next list tells the same again, so a failed write here loses nothing but time. */
  function keepBook(next: UnsentBook): void {
    if (next !== unsent.value) unsent.replace(next).catch(() => undefined)
  }

  /** When the last list came, in memory alone: what was not looked at before a restart was not watched. */
  let lookedAt: number | null = null

  return {
    noteUnsent(rows: readonly UnsentSight[], now: number): void {
      const next = seeList(watchAnew(unsent.value, lookedAt, now), rows, now)
      lookedAt = now
      keepBook(next)
    },

    noteLeadChanges: (changedAt: ReadonlyMap<string, number>, askedAt: number): void =>
      keepBook(seeChanges(unsent.value, changedAt, askedAt)),

    noteDelivery: (platform: string, now: number): void => keepBook(seeDelivery(unsent.value, platform, now)),

    readUnsentSeen(): UnsentSeen {
      const { watchingSince, entries, delivered } = unsent.value
      const listed = entries.filter(({ goneAt }) => goneAt === null)
      return { watchingSince, seen: listed.map(({ id, at }) => [id, at]), delivered }
    },

    listMembers: (): readonly Member[] => [...byId.values()],

    noteMembers(ids: Iterable<string>): void {
      const before = byId.size
      for (const id of ids) {
        if (byId.size < memberLimit && !byId.has(id)) byId.set(id, { id, name: null })
      }
      // Ids come again with the next answer, so a failed write here loses nothing.
      if (byId.size > before) keepMembers().catch(() => undefined)
    },

    async nameMember(id: string, name: string): Promise<Member> {
      const named: Member = { id, name: name === '' ? null : name }
      const before = byId.get(id)
      byId.set(id, named)
      try {
        await keepMembers()
      } catch (error) {
        if (before === undefined) byId.delete(id)
        else byId.set(id, before)
        throw error
      }
      return named
    },

    listTickets: (): readonly SentTicket[] => tickets.value,

    addTicket: (line: SentTicket): Promise<void> => tickets.replace([line, ...tickets.value].slice(0, ledgerLines)),

    readSettings: (): Settings => settings.value,

    async writeSettings(change: SettingsChange): Promise<Settings> {
      const before = settings.value
      const next = changedSettings(before, change)
      try {
        await settings.replace(next)
      } catch (error) {
        // What is shown must be what is there after a restart.
        if (settings.value === next) settings.replace(before).catch(() => undefined)
        throw error
      }
      return next
    },

    /** Resolves when everything is on the disk. */
    async close(): Promise<void> {
      await members.settled()
      await tickets.settled()
      await settings.settled()
      await unsent.settled()
    },
  }
}

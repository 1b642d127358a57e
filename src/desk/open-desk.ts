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
import type { Peers } from './peers.ts'
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
  /** Other servers that keep their files in the same directory. */
  readonly peers?: Peers | undefined
}

/** What the dashboard itself remembers: member names, tickets sent, settings and undelivered events, a file each in one directory. */
export async function openDesk(options: DeskOptions) {
  const { directory, seedMembers, warn = () => undefined, peers } = options
  const open = <S extends z.ZodMiniType>(name: string, schema: S, initial: z.output<S>) =>
    openKeptFile({ path: join(directory, name), schema, initial, warn, peers })
  const members = await open('members.json', z.array(member), [])
  const tickets = await open('tickets.json', z.array(sentTicket), [])
  const settings = await open('settings.json', settingsSchema, standardSettings)
  const unsent = await open('unsent.json', unsentBook, emptyBook)

  function withSeeds(named: readonly Member[]): Map<string, Member> {
    return new Map([...seedMembers, ...named].map((one) => [one.id, one]))
  }

  /** The next list tells the same again, so a failed write here loses nothing but time. */
  function keepBook(update: (book: UnsentBook) => UnsentBook): void {
    if (update(unsent.value) !== unsent.value) unsent.change(update).catch(() => undefined)
  }

  /** When the last list came, in memory alone: what was not looked at before a restart was not watched. */
  let lookedAt: number | null = null

  return {
    noteUnsent(rows: readonly UnsentSight[], now: number): void {
      const before = lookedAt
      lookedAt = now
      keepBook((book) => seeList(watchAnew(book, before, now), rows, now))
    },

    noteLeadChanges: (changedAt: ReadonlyMap<string, number>, askedAt: number): void =>
      keepBook((book) => seeChanges(book, changedAt, askedAt)),

    noteDelivery: (platform: string, now: number): void => keepBook((book) => seeDelivery(book, platform, now)),

    readUnsentSeen(): UnsentSeen {
      const { watchingSince, entries, delivered } = unsent.value
      const listed = entries.filter(({ goneAt }) => goneAt === null)
      return { watchingSince, seen: listed.map(({ id, at }) => [id, at]), delivered }
    },

    listMembers: (): readonly Member[] => [...withSeeds(members.value).values()],

    noteMembers(ids: Iterable<string>): void {
      const known = withSeeds(members.value)
      const unseen = [...new Set(ids)].filter((id) => !known.has(id))
      if (unseen.length === 0 || known.size >= memberLimit) return
      const add = (named: readonly Member[]) => {
        const all = withSeeds(named)
        for (const id of unseen) if (all.size < memberLimit && !all.has(id)) all.set(id, { id, name: null })
        return [...all.values()]
      }
      // Ids come again with the next answer, so a failed write here loses nothing.
      members.change(add).catch(() => undefined)
    },

    async nameMember(id: string, name: string): Promise<Member> {
      const named: Member = { id, name: name === '' ? null : name }
      await members.change((all) => [...withSeeds(all).set(id, named).values()])
      return named
    },

    listTickets: (): readonly SentTicket[] => tickets.value,

    addTicket: (line: SentTicket): Promise<void> => tickets.change((lines) => [line, ...lines].slice(0, ledgerLines)),

    readSettings: (): Settings => settings.value,

    async writeSettings(change: SettingsChange): Promise<Settings> {
      await settings.change((before) => changedSettings(before, change))
      return settings.value
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

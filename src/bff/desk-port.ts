import type { Member } from '#contract/member.ts'
import type { SentTicket } from '#contract/sent-ticket.ts'
import type { Settings, SettingsChange } from '#contract/settings.ts'
import type { UnsentSeen } from '#contract/unsent-seen.ts'

/** An undelivered event as a list showed it: its lead's status, and in epoch ms an attempt to send this very event. */
export interface UnsentSight {
  readonly id: string
  readonly platform: string
  readonly status: string | null
  readonly triedAt: number | null
}

/** What the proxy needs of the desk. */
export interface Desk {
  /** All members seen, named or not. */
  listMembers(): readonly Member[]
  /** Notes ids that answers held; known ones cost nothing. Never throws, writes in its own time. */
  noteMembers(ids: Iterable<string>): void
  /** Gives a name, or with an empty one takes it away; resolves when it is on the disk. */
  nameMember(id: string, name: string): Promise<Member>
  /** Newest first. */
  listTickets(): readonly SentTicket[]
  /** Resolves when the line is on the disk. */
  addTicket(line: SentTicket): Promise<void>
  readSettings(): Settings
  /** Replaces those named; resolves with all when they are on the disk. */
  writeSettings(change: SettingsChange): Promise<Settings>
  /** Takes in a whole list of undelivered events. Never throws, writes in its own time; so do the two below. */
  noteUnsent(rows: readonly UnsentSight[], now: number): void
  /** Takes in when leads were last changed, by id, from an answer that was asked for at `askedAt`. */
  noteLeadChanges(changedAt: ReadonlyMap<string, number>, askedAt: number): void
  /** Takes in that something was delivered on a platform. */
  noteDelivery(platform: string, now: number): void
  readUnsentSeen(): UnsentSeen
  /** Ends pending writes. */
  close(): Promise<void>
}

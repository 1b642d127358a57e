import type { Member } from '#contract/member.ts'
import type { SentTicket } from '#contract/sent-ticket.ts'
import type { Settings, SettingsChange } from '#contract/settings.ts'

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
  /** Ends pending writes. */
  close(): Promise<void>
}

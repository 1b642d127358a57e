import type { Lead } from '#contract/lead.ts'
import type { LeadWrite, LeadWrites } from '#contract/lead-write.ts'
import type { OwnWrite } from './own-write.ts'

/** The world around a write book. What asks a server rejects with `FailedCall`. */
export interface WriteBookPorts {
  readonly send: (write: OwnWrite) => Promise<LeadWrite>
  /** `gone`: it is not held any more. */
  readonly undo: (id: string) => Promise<LeadWrite | 'gone'>
  /** At most `writeIdsAtOnce` ids. */
  readonly listHolds: (ids: readonly string[]) => Promise<LeadWrites>
  /** The lead as it is now, past every cache of this tab; null where there is none. */
  readonly readLead: (id: string) => Promise<Lead | null>
  readonly now: () => number
  readonly mintId: () => string
  /** Calls once, after some milliseconds; gives the way to call it off. */
  readonly later: (act: () => void, ms: number) => () => void
  readonly isHidden: () => boolean
  readonly isOffline: () => boolean
  /** True while the proxy tells by itself when a write has moved on: then it is asked rarely. */
  readonly isTold: () => boolean
  /** Writes that survive a reload: everything that has not ended well. */
  readonly keep: (writes: readonly OwnWrite[]) => void
  readonly kept: () => readonly OwnWrite[]
  /** Part of a lead as somebody else left it. */
  readonly onSeen: (lead: Lead) => void
  /** A write was found saved; `lead` may be a part. */
  readonly onSaved: (lead: Lead | null) => void
}

import type { Lead } from '#contract/lead.ts'

/** What replicas tell each other, so that each can tell its own browsers. */
export type ToldLive =
  /** A look at the upstream: rows as it answered them, `saidAt` by its clock. `ageMs`: its age when told, because clocks differ. */
  | { readonly kind: 'look'; readonly data: unknown; readonly saidAt: number; readonly ageMs: number }
  | { readonly kind: 'wrote'; readonly lead: Lead; readonly isNew: boolean }
  | { readonly kind: 'writes' }
  | { readonly kind: 'figures' }
  /** A person is at one of its browsers. */
  | { readonly kind: 'active' }

/** The other servers that share the upstream: its peers. */
export interface LivePeers {
  /** Whether this server is the one that looks, for so many milliseconds from now. */
  mayLook(forMs: number): Promise<boolean>
  tell(told: ToldLive): void
  hear(listener: (told: ToldLive) => void): void
}

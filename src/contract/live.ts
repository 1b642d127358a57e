import * as z from 'zod/mini'
import { lead } from './lead.ts'
import { breakerSeen, budgetSeen } from './status.ts'

/**
 * Milliseconds. `heartbeat`: a stream is never silent for longer; where there is no news it sends a comment. `present`: so long
 * after a touch somebody counts as being there (safety S27).
 */
export const liveTimes = { heartbeatMs: 15_000, presentForMs: 2 * 60_000 } as const

/**
 * What `GET /bff/events` tells, one JSON object an event, in the wire format of server-sent events (`id:` and `data:` lines).
 * Instants are epoch milliseconds by the server's clock.
 */
export const liveEvent = z.discriminatedUnion('kind', [
  /**
   * The first of every stream. `resumed`: what was missed since `last-event-id` follows; else whatever is on screen may be
   * old and is asked for anew. `pollEveryMs`: how often the upstream is looked at now.
   */
  z.object({ kind: z.literal('hello'), resumed: z.boolean(), pollEveryMs: z.number() }),
  /**
   * Leads as the upstream showed them at `asOf`, whole. `arrived`: ids among them that were made since the look before.
   * Never sent to who may not see leads.
   */
  z.object({ kind: z.literal('leads'), asOf: z.number(), leads: z.array(lead), arrived: z.array(z.string()) }),
  /**
   * Something that figures count has changed, or may have after some minutes: ask for those on screen at once. Told no more often
   * than they count as fresh, and to everybody at once, so that all share a call.
   */
  z.object({ kind: z.literal('figures') }),
  /** More has changed than could be told: ask anew for what is on screen. */
  z.object({ kind: z.literal('gap') }),
  /** Some write this server took has moved on. Whoever waits for one asks `listHolds` by its id. */
  z.object({ kind: z.literal('writes') }),
  /** The way to the upstream: told at the beginning and whenever it has changed. */
  z.object({
    kind: z.literal('way'),
    budget: budgetSeen,
    breaker: breakerSeen,
    keyRefused: z.boolean(),
    pollEveryMs: z.number(),
  }),
])
export type LiveEvent = z.output<typeof liveEvent>

/** A person has touched this browser in the last two minutes: sent at most once a minute, keeps the upstream's polls close. */
export const presence = z.object({ active: z.literal(true) })

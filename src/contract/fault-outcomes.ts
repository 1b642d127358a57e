import type { AgentErrorCode, BffErrorCode } from './error-codes.ts'
import type { WriteState } from './lead-write.ts'

/**
 * The ways in which Konektor can fail a call. `latency`: late, within the bounds of time. `down`: nobody listens. `reset`: the
 * request is taken and the connection lost. `slow`: an answer that drips. `truncated`: half an answer. `limited`: 429. `error`:
 * 500 in the documented frame. `garbage`: called JSON and is not.
 */
export const upstreamFaults = ['latency', 'down', 'reset', 'slow', 'truncated', 'limited', 'error', 'garbage'] as const
export type UpstreamFault = (typeof upstreamFaults)[number]

/** What a person is shown, each with words of its own. */
export const faultFaces = ['as usual', 'unreachable', 'late', 'its error', 'unreadable', 'limited', 'unknown'] as const
export type FaultFace = (typeof faultFaces)[number]

export interface FaultOutcome {
  /** Code of the error that the page gets; null for none. Its status follows from the code. */
  readonly code: AgentErrorCode | BffErrorCode | null
  readonly face: FaultFace
}

/** A write of a lead, which goes on after its first answer: where it comes to stand. */
export interface WriteFaultOutcome extends FaultOutcome {
  readonly state: WriteState
}

const usual = { code: null, face: 'as usual' } as const
const saved = { ...usual, state: 'saved' } as const
const unreachable = { code: 'UPSTREAM_UNREACHABLE', face: 'unreachable' } as const
const unreadable = { code: 'UPSTREAM_INVALID', face: 'unreadable' } as const
const limited = { code: 'RATE_LIMITED', face: 'limited' } as const
const unknown = { code: 'UNKNOWN_OUTCOME', face: 'unknown' } as const
const ownError = { code: 'INTERNAL_ERROR', face: 'its error' } as const

/**
 * What comes of each fault for each kind of operation: tested from the upstream to the page's answer in `bff/`, and from that
 * answer to the face in `browser/`. `read`: any of the eight, with nothing kept; what is kept is given out with its age instead.
 * A write is struck in its own call, for good; `reset` and `error` before it took place, the others after.
 */
export const faultOutcomes = {
  read: {
    latency: usual,
    down: unreachable,
    reset: unreachable,
    slow: { code: 'UPSTREAM_TIMEOUT', face: 'late' },
    truncated: unreadable,
    limited,
    error: ownError,
    garbage: unreadable,
  },
  updateLead: {
    latency: saved,
    down: { ...unreachable, state: 'not-sent' },
    reset: { ...unknown, state: 'unknown' },
    // It took place, and is seen in the lead.
    slow: saved,
    truncated: saved,
    // It waits until Konektor lets it go; nobody has to do it again.
    limited: { code: null, face: 'limited', state: 'held' },
    error: { ...unknown, state: 'unknown' },
    garbage: saved,
  },
  createLead: {
    latency: saved,
    down: { ...unreachable, state: 'not-sent' },
    // Looked for, sent once more, looked for again.
    reset: { ...unknown, state: 'unknown' },
    slow: saved,
    truncated: saved,
    limited: { ...limited, state: 'rejected' },
    error: { ...unknown, state: 'unknown' },
    garbage: saved,
  },
  createTicket: {
    latency: usual,
    down: unreachable,
    // A ticket cannot be looked for, and is never sent again by itself.
    reset: unknown,
    slow: unknown,
    truncated: unknown,
    limited,
    error: ownError,
    garbage: unknown,
  },
} as const satisfies {
  readonly read: Readonly<Record<UpstreamFault, FaultOutcome>>
  readonly updateLead: Readonly<Record<UpstreamFault, WriteFaultOutcome>>
  readonly createLead: Readonly<Record<UpstreamFault, WriteFaultOutcome>>
  readonly createTicket: Readonly<Record<UpstreamFault, FaultOutcome>>
}

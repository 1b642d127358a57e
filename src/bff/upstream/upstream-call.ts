import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'

/**
 * What a call is for, most urgent first (safety S21): a write with the reads that belong to it, a read somebody looks at
 * while it loads, the look for news that stands for the reads of all browsers, a refresh of what is on screen already, and
 * what nobody waits for.
 */
export const purposes = ['write', 'screen', 'look', 'refresh', 'bulk'] as const
export type Purpose = (typeof purposes)[number]

/** One call of the Agent API: an endpoint of the table with its checked parts, never a URL. */
export interface UpstreamCall {
  readonly name: AgentEndpointName
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** Cancels a read; a write has none, because what is sent cannot be called back. */
  readonly signal?: AbortSignal
  /** Absent: `write` where the endpoint writes, else `screen`. */
  readonly purpose?: Purpose
  /** A person asks to look again: nothing kept will do. */
  readonly anew?: boolean
  /** A person tests what the key may do: a refusal that is believed is no answer to that, and one that comes is no error. */
  readonly probe?: boolean
}

export function purposeOf({ name, purpose }: UpstreamCall): Purpose {
  return purpose ?? (isRead(name) ? 'screen' : 'write')
}

export function isRead(name: AgentEndpointName): boolean {
  return agentEndpoints[name].method === 'GET'
}

/** A checked answer: good, or an error in the documented envelope. Everything else is an `UpstreamFailure`. */
export interface UpstreamAnswer {
  readonly status: number
  /** Allow-listed headers of the upstream, in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded JSON text as the upstream wrote it. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same, parsed: a JSON object. */
  readonly json: Readonly<Record<string, unknown>>
  /** False where the upstream's body was foreign and the envelope is ours (a gateway's 403, say). */
  readonly documented: boolean
  /** Epoch milliseconds by this server's clock, which nobody can set. */
  readonly answeredAt: number
  /** Epoch milliseconds by the upstream's clock (its `Date` header); absent where it does not say. */
  readonly saidAt?: number
  /** Set where it was not asked for now: given out of what is kept. */
  readonly kept?: 'fresh' | 'stale'
}

/** The seam that budget, cache and breaker wrap, each on its own. Rejects with `UpstreamFailure`. */
export type Forward = (call: UpstreamCall) => Promise<UpstreamAnswer>
export type Wrapper = (next: Forward) => Forward

/** Puts wrappers around the core; the first one listed is the outermost. */
export function wrapped(core: Forward, wrappers: readonly Wrapper[]): Forward {
  return wrappers.reduceRight((next, wrapper) => wrapper(next), core)
}

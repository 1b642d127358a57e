import type { AgentEndpointName } from '#contract/agent-endpoints.ts'

/** One call of the Agent API: an endpoint of the table with its checked parts, never a URL. */
export interface UpstreamCall {
  readonly name: AgentEndpointName
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** Cancels a read; a write has none, because what is sent cannot be called back. */
  readonly signal?: AbortSignal
  /** True for a question that Konektor is expected to refuse: its refusal is no error. */
  readonly isProbe?: true
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
  /** Epoch milliseconds by this server's clock. */
  readonly answeredAt: number
}

/** The seam that budget, cache and breaker wrap, each on its own. Rejects with `UpstreamFailure`. */
export type Forward = (call: UpstreamCall) => Promise<UpstreamAnswer>
export type Wrapper = (next: Forward) => Forward

/** Puts wrappers around the core; the first one listed is the outermost. */
export function wrapped(core: Forward, wrappers: readonly Wrapper[]): Forward {
  return wrappers.reduceRight((next, wrapper) => wrapper(next), core)
}

export type UpstreamFailureKind = 'unreachable' | 'timeout' | 'invalid' | 'left' | 'busy'

/**
 * No usable answer came. `left`: our own client went away and the read was cancelled. `busy`: it was never sent, because the
 * budget of calls is used up.
 */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure'
  readonly kind: UpstreamFailureKind
  /** False only where it is sure that the upstream did not act: nothing was sent, or it refused with a 4xx. */
  readonly mayHaveActed: boolean
  /** Milliseconds after which asking again makes sense; null where nobody knows. */
  readonly retryAfterMs: number | null
  /** A 502, 503 or 504 of a gateway before the upstream: it may be over in a moment. */
  readonly isGateways: boolean

  /** `cause`: an unforeseen throw, for the log. */
  constructor(
    kind: UpstreamFailureKind,
    mayHaveActed: boolean,
    more: { readonly cause?: unknown; readonly retryAfterMs?: number; readonly isGateways?: boolean } = {},
  ) {
    super(`The upstream gave no usable answer (${kind})`, { cause: more.cause })
    this.kind = kind
    this.mayHaveActed = mayHaveActed
    this.retryAfterMs = more.retryAfterMs ?? null
    this.isGateways = more.isGateways ?? false
  }
}

/** Whether a throw leaves open what the upstream did. Only a failure that says so is sure: an unforeseen throw is not. */
export function mayHaveActed(thrown: unknown): boolean {
  return !(thrown instanceof UpstreamFailure) || thrown.mayHaveActed
}

/** Whether a call that failed may have come to the upstream's door, where it counts; false where it surely never left. */
export function mayHaveReached(thrown: unknown): boolean {
  return !(thrown instanceof UpstreamFailure && thrown.kind === 'unreachable' && !thrown.mayHaveActed)
}

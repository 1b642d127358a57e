import { ContractError } from '#api/contract-error.ts'
import { HttpError } from '#api/http-error.ts'
import { NetworkError } from '#api/network-error.ts'
import type { Scope } from '#contract/vocabularies.ts'

/** What went wrong, as a screen needs it. Every kind has a designed face in `parts/failure-face`. */
export type Failure = { readonly requestId: string | null } & (
  | { readonly kind: 'forbidden'; readonly scope: Scope | null }
  | { readonly kind: 'key-refused' }
  /** Nobody is signed in here, or not any more. */
  | { readonly kind: 'signed-out' }
  /** The role does not include it. */
  | { readonly kind: 'role' }
  | { readonly kind: 'wrong-passphrase' }
  /** Epoch milliseconds at which to ask again. */
  | { readonly kind: 'limited'; readonly until: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'dashboard-gone' }
  | { readonly kind: 'upstream'; readonly reason: 'unreachable' | 'late' | 'error' }
  | { readonly kind: 'contract' }
  | { readonly kind: 'not-found' }
  /** Field name to message, as the server gave it. */
  | { readonly kind: 'invalid'; readonly fields: Readonly<Record<string, string>>; readonly message: string }
  | {
      readonly kind: 'conflict'
      readonly theirs: Readonly<Record<string, string | number | null>>
      readonly updatedAt: string | null
    }
  /** A note does not fit beside those that are there; their length in characters. */
  | { readonly kind: 'notes-full'; readonly length: number | null }
  | { readonly kind: 'unknown-outcome'; readonly externalRef: string | null }
  | { readonly kind: 'other'; readonly message: string }
)

/** A 429 without a usable Retry-After waits one window of the API. */
const defaultWaitS = 60
/** A longer wait is asked again after this (safety S22). */
const longestWaitS = 5 * 60

/** Turns whatever a call threw into a failure. `scope` is the one the endpoint needs. */
export function toFailure(error: unknown, scope: Scope | null, now = Date.now()): Failure {
  if (error instanceof ContractError) return { kind: 'contract', requestId: error.requestId }
  if (error instanceof NetworkError) return { kind: isOffline() ? 'offline' : 'dashboard-gone', requestId: null }
  if (error instanceof HttpError) return { ...fromHttp(error, scope, now), requestId: error.requestId }
  return { kind: 'other', message: error instanceof Error ? error.message : String(error), requestId: null }
}

/**
 * True where what was sent may have taken effect although it failed: no answer, or none that can be read. A connection that
 * broke counts too: the request can have left before. Every other failure is an answer that says that nothing was done.
 */
export function mayHaveActed({ kind }: Failure): boolean {
  return kind === 'unknown-outcome' || kind === 'dashboard-gone' || kind === 'offline' || kind === 'contract'
}

type WithoutId<T> = T extends unknown ? Omit<T, 'requestId'> : never

function fromHttp(error: HttpError, scope: Scope | null, now: number): WithoutId<Failure> {
  switch (error.code) {
    case 'FORBIDDEN':
      return { kind: 'forbidden', scope }
    case 'UNAUTHORIZED':
      return { kind: 'key-refused' }
    case 'SIGN_IN_REQUIRED':
      return { kind: 'signed-out' }
    case 'ROLE_FORBIDDEN':
      return { kind: 'role' }
    case 'WRONG_PASSPHRASE':
      return { kind: 'wrong-passphrase' }
    case 'TOO_MANY_TRIES':
      // A pause of this dashboard's own is told as it is.
      return { kind: 'limited', until: now + (error.retryAfterS ?? defaultWaitS) * 1000 }
    case 'RATE_LIMITED':
    case 'BUSY':
      return {
        kind: 'limited',
        until: now + Math.min(Math.max(error.retryAfterS ?? defaultWaitS, 1), longestWaitS) * 1000,
      }
    case 'NOT_FOUND':
      return { kind: 'not-found' }
    case 'VALIDATION_ERROR':
    case 'BAD_REQUEST':
    case 'BODY_TOO_LARGE':
      return { kind: 'invalid', fields: textValues(error.details), message: error.message }
    case 'CONFLICT':
      return { kind: 'conflict', theirs: fieldValues(error.details.theirs), updatedAt: textOf(error.details.updatedAt) }
    case 'NOTES_FULL':
      return { kind: 'notes-full', length: typeof error.details.length === 'number' ? error.details.length : null }
    case 'UNKNOWN_OUTCOME':
      return { kind: 'unknown-outcome', externalRef: textOf(error.details.externalRef) }
    case 'UPSTREAM_UNREACHABLE':
      return { kind: 'upstream', reason: 'unreachable' }
    case 'UPSTREAM_TIMEOUT':
      return { kind: 'upstream', reason: 'late' }
    case 'UPSTREAM_INVALID':
      return { kind: 'contract' }
    case 'INTERNAL_ERROR':
      return { kind: 'upstream', reason: 'error' }
    default:
      return { kind: 'other', message: error.message }
  }
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function textValues(details: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function fieldValues(theirs: unknown): Record<string, string | number | null> {
  if (typeof theirs !== 'object' || theirs === null) return {}
  return Object.fromEntries(
    Object.entries(theirs).filter(
      (entry): entry is [string, string | number | null] =>
        entry[1] === null || typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}

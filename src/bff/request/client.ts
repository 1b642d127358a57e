import type { LeaveSignal } from '../upstream/leave-signal.ts'

/** Whose request it is, as far as the connection tells. */
export interface Client {
  /** The address that tries to sign in are counted by. */
  readonly from: string
  /** Tells that the client has gone, for less than the request's own signal. */
  readonly leaving?: LeaveSignal | undefined
}

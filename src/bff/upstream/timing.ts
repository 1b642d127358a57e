/** How long an upstream call may take, in milliseconds (safety S9). */
export interface Timing {
  /** Until the request is on its way; what ends here was surely not sent. */
  readonly connectMs: number
  /** From sending a read to the first byte of its answer. */
  readonly firstByteMs: number
  readonly readMs: number
  /** A write waits this long for its answer too: giving up early only makes an outcome unknown. */
  readonly writeMs: number
}

export const standardTiming: Timing = { connectMs: 3000, firstByteMs: 10_000, readMs: 20_000, writeMs: 30_000 }

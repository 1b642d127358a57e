import type { SyncStatus } from '#contract/analytics.ts'
import { type Known, knownCount, knownShare, knownSum } from './known-sum.ts'

export interface DeliveryRates {
  readonly delivered: Known
  readonly waiting: Known
  readonly partly: Known
  readonly failed: Known
  /** Leads with nothing to send: part of no rate. */
  readonly nothingToSend: Known
  readonly sendable: Known
  /** Sendable and no longer waiting. */
  readonly settled: Known
  /** Not fully delivered: what the list holds. */
  readonly unsent: Known
  /** 0 to 1. */
  readonly deliveredOfSendable: Known
  readonly deliveredOfSettled: Known
}

/** Delivery of the conversion events of a period's leads. A state that the answer leaves out is unknown, not zero. */
export function deliveryRates(status: SyncStatus): DeliveryRates {
  const delivered = knownCount(status.synced)
  const waiting = knownCount(status.pending)
  const partly = knownCount(status.partial)
  const failed = knownCount(status.failed)
  const settled = knownSum([delivered, partly, failed])
  const sendable = knownSum([settled, waiting])
  return {
    delivered,
    waiting,
    partly,
    failed,
    nothingToSend: knownCount(status.none),
    sendable,
    settled,
    unsent: knownSum([waiting, partly, failed]),
    deliveredOfSendable: knownShare(delivered, sendable),
    deliveredOfSettled: knownShare(delivered, settled),
  }
}

import { ShareStrip } from '#ui/charts/share-strip.tsx'
import type { Fill } from '#ui/charts/swatch.tsx'
import type { DeliveryRates } from './delivery-rates.ts'
import type { Known } from './known-sum.ts'

export interface DeliveryPart {
  readonly state: 'synced' | 'pending' | 'partial' | 'failed'
  readonly count: Known
  readonly fill: Fill
}

/** The sendable events by state, each with its fill; leads with nothing to send have no part in it. */
export function deliveryParts(rates: DeliveryRates): readonly DeliveryPart[] {
  return [
    { state: 'synced', count: rates.delivered, fill: 'settled' },
    { state: 'pending', count: rates.waiting, fill: 'hatched' },
    { state: 'partial', count: rates.partly, fill: 'warn' },
    { state: 'failed', count: rates.failed, fill: 'bad' },
  ]
}

/** An empty track where a part is unknown: the others would look like the whole. */
export function DeliveryStrip({ rates }: { readonly rates: DeliveryRates }) {
  if (rates.sendable === null) return <ShareStrip parts={[]} />
  return (
    <ShareStrip parts={deliveryParts(rates).map(({ state, count, fill }) => ({ id: state, size: count ?? 0, fill }))} />
  )
}

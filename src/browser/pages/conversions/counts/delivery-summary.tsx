import type { ReactNode } from 'react'
import { useDisplay } from '#parts/display.tsx'
import type { DeliveryRates } from '#parts/figures/delivery-rates.ts'
import { DeliveryStrip, deliveryParts } from '#parts/figures/delivery-strip.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import { Swatch } from '#ui/charts/swatch.tsx'
import * as m from '#words/m.ts'
import { syncWord } from '#words/vocabulary-words.ts'

interface DeliverySummaryProps {
  readonly rates: DeliveryRates
  /** Whose events these are, in words. */
  readonly scope: string
  readonly asOf: ReactNode
}

/** The strip, its counts, and the two sentences: delivered of what there is to send, succeeded of what has settled. */
export function DeliverySummary({ rates, scope, asOf }: DeliverySummaryProps) {
  const { numbers } = useDisplay()
  return (
    <div className="flex flex-col gap-3">
      <DeliveryStrip rates={rates} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <ul className="flex flex-wrap gap-x-7 gap-y-1">
          {deliveryParts(rates).map(({ state, count, fill }) => (
            <li key={state} className="flex items-baseline gap-2">
              <Swatch fill={fill} />
              <span className="tabular text-lg font-semibold">{knownText(numbers.count(count))}</span>
              <span className="text-ink-2">{syncWord(state)}</span>
            </li>
          ))}
        </ul>
        <p className="tabular text-ink-3">
          {m.conversions_nothing_to_send({ n: knownText(numbers.count(rates.nothingToSend)) })}
        </p>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="tabular">
          <DeliverySentences rates={rates} />{' '}
          <span className="text-ink-3">{m.conversions_scope({ platform: scope })}</span>
        </p>
        {asOf}
      </div>
    </div>
  )
}

function DeliverySentences({ rates }: { readonly rates: DeliveryRates }) {
  const { numbers } = useDisplay()
  if (rates.sendable === null) return m.conversions_rates_unknown()
  if (rates.sendable === 0) return m.conversions_nothing_sendable()
  const delivered = m.conversions_delivered_of({
    share: knownText(numbers.percent(rates.deliveredOfSendable, 0)),
    sendable: knownText(numbers.count(rates.sendable)),
  })
  if (rates.settled === 0) return delivered
  const settled = m.conversions_settled_of({
    share: knownText(numbers.percent(rates.deliveredOfSettled, 0)),
    settled: knownText(numbers.count(rates.settled)),
  })
  return `${delivered} ${settled}`
}

import { Link } from 'react-router'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import { DeliveryStrip } from '#parts/figures/delivery-strip.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import type { Period } from '#queries/period.ts'
import { useSyncStatus } from '#queries/sync-status.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { pageOf } from './page-of.ts'

/** Whether conversion events reach the ad platforms. */
export function DeliveryCard({ query, period }: { readonly query: PeriodQuery | null; readonly period: Period }) {
  const { numbers } = useDisplay()
  const status = useSyncStatus(query)
  const count = (value: number | null) => knownText(numbers.count(value))
  return (
    <Card
      title={
        <span className="flex items-center gap-1">
          {m.nav_conversions()}
          <Explain
            name={m.nav_conversions()}
            formula={m.overview_delivery_formula()}
            endpoints={[agentEndpoints.syncStatus]}
            query={query}
            asOf={status.asOf}
            leftOut={m.overview_delivery_out()}
          />
        </span>
      }
      aside={
        <Link
          to={pageOf('/conversions', period)}
          className="font-medium text-accent hover:underline pointer-coarse:inline-block pointer-coarse:py-3.5 print:hidden"
        >
          {m.overview_open_conversions()}
        </Link>
      }
    >
      <AsyncView view={status} pending={<Skeleton lines={2} className="h-11" />}>
        {(data) => {
          const rates = deliveryRates(data)
          return (
            <div className="flex flex-col gap-2.5">
              <DeliveryStrip rates={rates} />
              {rates.sendable === null || rates.sendable === 0 ? (
                <p>{rates.sendable === null ? m.conversions_rates_unknown() : m.conversions_nothing_sendable()}</p>
              ) : (
                <p className="tabular">
                  <span className="font-medium">
                    {m.overview_delivery_of({
                      delivered: count(rates.delivered),
                      sendable: count(rates.sendable),
                      share: knownText(numbers.percent(rates.deliveredOfSendable, 0)),
                    })}
                  </span>{' '}
                  <span className="text-ink-3">
                    {m.overview_delivery_rest({
                      waiting: count(rates.waiting),
                      partly: count(rates.partly),
                      failed: count(rates.failed),
                    })}
                  </span>
                </p>
              )}
            </div>
          )
        }}
      </AsyncView>
    </Card>
  )
}

import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery, SyncStatus } from '#contract/analytics.ts'
import { AsOf, AsyncView } from '#parts/async-view.tsx'
import { Explain } from '#parts/explain/explain.tsx'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import type { View } from '#queries/view.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { DeliverySummary } from './delivery-summary.tsx'

interface CountsCardProps {
  readonly counts: View<SyncStatus>
  /** What they answer to. */
  readonly query: PeriodQuery | null
}

/** Delivery over all platforms, as counted for a period. */
export function CountsCard({ counts, query }: CountsCardProps) {
  return (
    <Card>
      <AsyncView view={counts} pending={<Skeleton lines={4} className="h-24" />}>
        {(status) => (
          <DeliverySummary
            rates={deliveryRates(status)}
            scope={m.conversions_all_platforms()}
            asOf={
              <span className="flex items-center gap-1">
                <AsOf asOf={counts.asOf} />
                <Explain
                  name={m.nav_conversions()}
                  formula={m.conversions_formula()}
                  endpoints={[agentEndpoints.syncStatus]}
                  query={query}
                  asOf={counts.asOf}
                  leftOut={m.conversions_left_out()}
                />
              </span>
            }
          />
        )}
      </AsyncView>
    </Card>
  )
}

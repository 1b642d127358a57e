import { useSearchParams } from 'react-router'
import { AsOf, AsyncView } from '#parts/async-view.tsx'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { usePeriod } from '#parts/period/use-period.ts'
import { useSyncStatus } from '#queries/sync-status.ts'
import { useUnsentConversions } from '#queries/unsent-conversions.ts'
import { Card } from '#ui/card.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { DeliverySummary } from './delivery-summary.tsx'
import { ReconciliationLine } from './reconciliation-line.tsx'
import { decodeState, encodeState } from './sync-state-codec.ts'
import { UnsentList } from './unsent-list.tsx'

export function ConversionsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const [search, setSearch] = useSearchParams()
  const { value: state, ignored: ignoredHere } = decodeState(search)
  const counts = useSyncStatus(query)
  const unsent = useUnsentConversions()
  return (
    <Page title={m.nav_conversions()} actions={<PeriodControl period={period} onChange={setPeriod} />}>
      <IgnoredLine parts={[...ignored, ...ignoredHere]} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6">
        <Card>
          <AsyncView view={counts} pending={<Skeleton lines={4} className="h-24" />}>
            {(status) => <DeliverySummary rates={deliveryRates(status)} asOf={<AsOf asOf={counts.asOf} />} />}
          </AsyncView>
        </Card>
        <section className="rounded-lg border border-line bg-surface">
          <AsyncView view={unsent} pending={<Skeleton lines={8} className="p-6" />}>
            {(rows) => (
              <UnsentList
                rows={rows}
                state={state}
                onState={(next) => setSearch((current) => encodeState(next, current))}
                asOf={<AsOf asOf={unsent.asOf} />}
              />
            )}
          </AsyncView>
          {unsent.data !== undefined && (
            <ReconciliationLine
              inPeriod={counts.data === undefined ? null : deliveryRates(counts.data).unsent}
              inList={unsent.data.length}
              period={period}
            />
          )}
        </section>
      </div>
    </Page>
  )
}

import type { PeriodQuery } from '#contract/analytics.ts'
import { type AdPlatform, adPlatforms } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { failureText } from '#parts/failure/failure-text.ts'
import { knownText } from '#parts/figures/range-text.ts'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Page } from '#parts/page.tsx'
import { PeriodControl } from '#parts/period/period-control.tsx'
import { usePeriod } from '#parts/period/use-period.ts'
import { useSyncStatus } from '#queries/sync-status.ts'
import { Card } from '#ui/card.tsx'
import * as m from '#words/m.ts'
import { syncWord } from '#words/vocabulary-words.ts'
import { platformName } from '../platforms/platform-name.ts'
import { CountsCard } from './counts-card.tsx'

/** Delivery by counts, altogether and by platform: nothing that names a lead is asked for. */
export function CountsPage() {
  const { period, query, ignored, setPeriod } = usePeriod()
  const counts = useSyncStatus(query)
  return (
    <Page title={m.nav_conversions()} actions={<PeriodControl period={period} onChange={setPeriod} isKeyed />}>
      <IgnoredLine parts={ignored} />
      <div className="flex flex-col gap-3 px-4 py-4 md:px-6">
        <CountsCard counts={counts} query={query} />
        {/* What the whole answers to is not asked six times more. */}
        {counts.data !== undefined && <PlatformCounts query={query} />}
        <p className="text-xs text-ink-3">{m.conversions_counts_only()}</p>
      </div>
    </Page>
  )
}

/** One call a platform, behind the one for all. */
function PlatformCounts({ query }: { readonly query: PeriodQuery | null }) {
  return (
    <Card title={m.conversions_by_platform()} className="overflow-x-auto">
      <table className="w-full max-w-3xl">
        <thead>
          <tr className="h-8 text-xs text-ink-3">
            <th scope="col" className="text-left font-normal">
              {m.conversions_platforms()}
            </th>
            {syncStates.map((state) => (
              <th key={state} scope="col" className="pl-3 text-right font-normal">
                {syncWord(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {adPlatforms.map((platform) => (
            <PlatformRow key={platform} platform={platform} query={query} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

const syncStates = ['synced', 'pending', 'partial', 'failed'] as const

interface PlatformRowProps {
  readonly platform: AdPlatform
  readonly query: PeriodQuery | null
}

function PlatformRow({ platform, query }: PlatformRowProps) {
  const { numbers } = useDisplay()
  const { data, failure } = useSyncStatus(query === null ? null : { ...query, platform })
  return (
    <tr className="h-9 border-t border-line">
      <th scope="row" className="text-left font-medium">
        {platformName(platform)}
        {failure !== null && <span className="block text-xs font-normal text-bad">{failureText(failure)}</span>}
      </th>
      {syncStates.map((state) => (
        <td key={state} className="tabular pl-3 text-right">
          {data === undefined ? '' : knownText(numbers.count(data[state]))}
        </td>
      ))}
    </tr>
  )
}

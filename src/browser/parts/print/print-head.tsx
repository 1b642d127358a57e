import type { Period } from '#queries/period.ts'
import { useStatus } from '#queries/status.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { periodName, periodSpan } from '../period/period-words.ts'
import { useNow } from '../use-now.ts'

/** What a sheet of paper must say by itself: whose figures, of which days in which zone, made when. Shown in print alone. */
export function PrintHead({ period }: { readonly period: Period }) {
  const display = useDisplay()
  const isSample = useStatus().data?.upstream.kind !== 'live'
  const now = useNow(60_000)
  const span = periodSpan(period, display)
  return (
    <p className="tabular hidden flex-wrap gap-x-4 text-xs text-ink-2 print:flex">
      <span className="font-semibold text-ink">{display.workspace ?? m.app_name()}</span>
      <span>
        {periodName(period, display)}
        {typeof period === 'string' && span !== '' && `, ${span}`}
      </span>
      <span>{m.print_zone({ zone: display.zone })}</span>
      <span>{m.print_made({ time: display.dates.dateTime(now) })}</span>
      {isSample && <span className="font-semibold">{m.print_sample()}</span>}
    </p>
  )
}

import { Swatch } from '#ui/charts/swatch.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { useMaySeeLeads } from '../access/use-access.ts'
import { useDisplay } from '../display.tsx'
import type { FunnelMode } from './funnel-rows.ts'
import type { Funnel } from './funnel-steps.ts'

interface FunnelLegendProps {
  readonly funnel: Funnel
  readonly mode: FunnelMode
  readonly isCompared?: boolean
}

/** What solid and hatched mean in "How far they got", with the number of leads that make the difference. */
export function FunnelLegend({ funnel, mode, isCompared = false }: FunnelLegendProps) {
  const maySeeLeads = useMaySeeLeads()
  const { numbers } = useDisplay()
  const lost = numbers.count(funnel.lost)
  const others = funnel.elsewhere ?? 0
  return (
    <ul className="flex flex-wrap items-center gap-x-5 gap-y-1 text-xs text-ink-3">
      <li className="flex items-center gap-2">
        <Swatch fill="solid" />
        {m.funnel_certain()}
      </li>
      {mode === 'reached' && (funnel.lost !== 0 || others > 0) && (
        <li className="flex items-center gap-2">
          <Swatch fill="hatched" />
          {others > 0
            ? m.funnel_possible_elsewhere({ lost, others: numbers.count(others) })
            : m.funnel_possible_lost({ lost })}
        </li>
      )}
      {isCompared && (
        <li className="flex items-center gap-2">
          <Swatch fill="hollow" />
          {m.funnel_hollow()}
        </li>
      )}
      {maySeeLeads && <li className="print:hidden">{m.funnel_links_note()}</li>}
      {funnel.unused.length > 0 && (
        <li className="basis-full">
          {m.funnel_unused({ stages: funnel.unused.map((stage) => statusWord(stage)).join(', ') })}
        </li>
      )}
    </ul>
  )
}

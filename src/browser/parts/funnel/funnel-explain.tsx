import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery } from '#contract/analytics.ts'
import * as m from '#words/m.ts'
import { Explain } from '../explain/explain.tsx'
import type { FunnelMode } from './funnel-rows.ts'

interface FunnelExplainProps {
  readonly mode: FunnelMode
  readonly query: PeriodQuery | null
  readonly asOf: number | undefined
}

/** How the funnel's numbers come about, in each of its readings. */
export function FunnelExplain({ mode, query, asOf }: FunnelExplainProps) {
  return (
    <Explain
      name={mode === 'reached' ? m.funnel_mode_reached() : m.funnel_mode_now()}
      formula={mode === 'reached' ? m.funnel_formula_reached() : m.funnel_formula_now()}
      endpoints={[agentEndpoints.funnel]}
      query={query}
      asOf={asOf}
      leftOut={mode === 'reached' ? m.funnel_out_reached() : m.explain_out_visits()}
    />
  )
}

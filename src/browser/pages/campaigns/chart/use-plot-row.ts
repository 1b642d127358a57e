import { useMaySeeLeads } from '#parts/access/use-access.ts'
import { useDisplay } from '#parts/display.tsx'
import { leadsLink } from '#parts/filter/leads-link.ts'
import type { PlotRow } from '#ui/charts/plot-row.ts'
import * as m from '#words/m.ts'
import type { ShownRow } from '../rows/campaign-groups.ts'
import { campaignHint, wonOf } from '../rows/campaign-hint.ts'
import { linkedPlatform, nameOf } from '../rows/row-words.ts'
import type { ChartProps } from './chart-props.ts'

/** A row as every chart shows it: its name, its tip, the leads it leads to. */
export function usePlotRow({
  by,
  period,
}: Pick<ChartProps, 'by' | 'period'>): (row: ShownRow) => Omit<PlotRow, 'unknown'> {
  const { numbers } = useDisplay()
  const maySeeLeads = useMaySeeLeads()
  return (row) => {
    const platform = linkedPlatform(row)
    return {
      id: row.id,
      name: nameOf(row, by),
      note: wonOf(row, numbers),
      hint: campaignHint(row, by, numbers, maySeeLeads),
      to: platform === undefined || !maySeeLeads ? undefined : leadsLink(period, { platform }),
    }
  }
}

/** The rate of all campaigns together as a line, with the earlier one in its words. */
export function useRateLine({ totals, totalsBefore }: Pick<ChartProps, 'totals' | 'totalsBefore'>) {
  const { numbers } = useDisplay()
  const at = totals.range?.rate
  if (at === undefined) return null
  const rate = numbers.percent(at)
  const before = numbers.percent(totalsBefore?.range?.rate)
  return { at, label: before === '' ? m.campaigns_line({ rate }) : m.campaigns_line_before({ rate, before }) }
}

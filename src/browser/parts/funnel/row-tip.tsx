import { Tip } from '#ui/charts/tip.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { useDisplay } from '../display.tsx'
import { countRangeText, percentRange } from '../figures/range-text.ts'
import type { FunnelMode, FunnelRow } from './funnel-rows.ts'

/** All that is known of a stage, while the pointer or the focus is on its row. */
export function RowTip({ row, mode }: { readonly row: FunnelRow; readonly mode: FunnelMode }) {
  const { numbers } = useDisplay()
  const { count, fromPrevious, ofLeads, before, ofAll, isVisits } = row
  const counted = countRangeText(count, numbers)
  const lines = [
    mode === 'reached' && !isVisits ? m.funnel_tip_reached({ count: counted }) : m.funnel_tip_now({ count: counted }),
    fromPrevious === null ? '' : m.funnel_tip_from_previous({ rate: percentRange(fromPrevious, numbers) }),
    ofLeads === null ? '' : m.funnel_tip_of_leads({ share: percentRange(ofLeads, numbers, 1) }),
    mode === 'now' && ofAll !== null ? m.funnel_tip_of_all({ share: numbers.percent(ofAll, 2) }) : '',
    before == null ? '' : m.funnel_tip_before({ count: countRangeText(before, numbers) }),
    row.linked === undefined ? '' : m.funnel_row_title({ status: statusWord(row.status) }),
  ]
  return (
    <Tip hint={{ title: statusWord(row.status), lines: lines.filter((line) => line !== '') }} className="md:left-1/3" />
  )
}

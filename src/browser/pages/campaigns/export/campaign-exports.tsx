import type { RefObject } from 'react'
import type { PeriodQuery } from '#contract/analytics.ts'
import { useDisplay } from '#parts/display.tsx'
import { ExportButton } from '#parts/export/export-button.tsx'
import { exportFileName } from '#parts/export/export-head.ts'
import { periodSlug } from '#parts/period/period-slug.ts'
import { periodName, periodSpan } from '#parts/period/period-words.ts'
import type { Period } from '#queries/period.ts'
import { useStatus } from '#queries/status.ts'
import * as m from '#words/m.ts'
import type { CampaignsView } from '../campaigns-view-codec.ts'
import { mostCharted } from '../chart/campaign-chart.tsx'
import type { ShownRow } from '../rows/campaign-groups.ts'
import { campaignCsv } from './campaign-csv.ts'

interface CampaignExportsProps {
  /** In the order they are shown. */
  readonly rows: readonly ShownRow[]
  readonly view: CampaignsView
  readonly period: Period
  readonly query: PeriodQuery
  /** null where nothing is compared. */
  readonly queryBefore: PeriodQuery | null
  readonly asOf: number | undefined
  /** The chart as it stands on the page. */
  readonly frame: RefObject<HTMLElement | null>
}

const chartWords = {
  rate: m.campaigns_choice_rate,
  volume: m.campaigns_choice_volume,
  value: m.campaigns_choice_value,
} as const

/** The figures of the page as a file, and its chart as a picture. */
export function CampaignExports({ rows, view, period, query, queryBefore, asOf, frame }: CampaignExportsProps) {
  const display = useDisplay()
  // Rather called invented than passed for real (safety S36).
  const isSample = useStatus().data?.upstream.kind !== 'live'
  const { zone, today, dates } = display
  const nameOf = (subject: string, ending: string) =>
    exportFileName(subject, periodSlug(period, today), isSample, ending)
  const compared =
    queryBefore === null ? 'off' : [queryBefore.from, queryBefore.to].filter((bound) => bound !== undefined).join('/')
  const makeCsv = () => {
    const text = campaignCsv(rows, {
      subject: 'campaigns',
      workspace: display.workspace,
      isSample,
      query,
      zone,
      asOf,
      madeAt: Date.now(),
      filters: [
        ['by', view.by],
        ['sort', `${view.sort} ${view.order}`],
        ['previous period', compared],
      ],
    })
    return {
      name: nameOf(view.by === 'campaign' ? 'campaigns' : 'campaigns-by-platform', 'csv'),
      // The mark tells spreadsheets that the text is UTF-8.
      content: new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }),
    }
  }
  const makePng = async () => {
    if (frame.current === null) throw new Error('The chart is not on the page')
    const { toPng } = await import('#ui/picture/to-png.ts')
    const span = periodSpan(period, display)
    const named = periodName(period, display)
    return {
      name: nameOf(`campaigns-${view.chart}`, 'png'),
      content: await toPng(frame.current, {
        title: `${m.nav_campaigns()} · ${chartWords[view.chart]()}`,
        lines: [
          [display.workspace, named, span === named ? '' : span, m.print_zone({ zone })].filter(Boolean).join(' · '),
          m.print_made({ time: dates.dateTime(Date.now()) }),
        ],
        warning: isSample ? m.print_sample() : null,
      }),
    }
  }
  return (
    <>
      <ExportButton
        title={m.campaigns_csv_title()}
        note={{ subject: 'campaigns', form: 'csv', rows: rows.length }}
        make={makeCsv}
      />
      <ExportButton
        title={m.campaigns_png_title()}
        note={{ subject: 'campaigns', form: 'png', rows: Math.min(rows.length, mostCharted) }}
        make={makePng}
      />
    </>
  )
}

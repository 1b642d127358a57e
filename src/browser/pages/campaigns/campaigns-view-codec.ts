import { decodeChoice, encodeChoice, unknownParts } from '#parts/address-choice.ts'
import { compareParameter } from '#parts/period/compare-codec.ts'
import type { Decoded } from '#parts/period/period-codec.ts'

export const campaignCharts = ['rate', 'volume', 'value'] as const
export type CampaignChart = (typeof campaignCharts)[number]

export const campaignGroups = ['campaign', 'platform'] as const
export type CampaignGroup = (typeof campaignGroups)[number]

export const campaignSorts = ['name', 'platform', 'leads', 'won', 'rate', 'value', 'perlead'] as const
export type CampaignSort = (typeof campaignSorts)[number]

export type Order = 'asc' | 'desc'

/** What the campaigns' address says beside the period and the comparison. */
export interface CampaignsView {
  readonly chart: CampaignChart
  readonly by: CampaignGroup
  readonly sort: CampaignSort
  readonly order: Order
}

export const firstCampaignsView: CampaignsView = {
  chart: 'rate',
  by: 'campaign',
  sort: 'value',
  order: 'desc',
}

/** Words from A, numbers from the most: what a first press on a column gives, and what an address need not say. */
export function firstOrder(sort: CampaignSort): Order {
  return sort === 'name' || sort === 'platform' ? 'asc' : 'desc'
}

const parameters = ['chart', 'by', 'sort', 'order', compareParameter] as const

/** Reads `?chart=value&by=platform&sort=rate&order=asc`. Nonsense gives the default, and is named. */
export function decodeCampaignsView(search: URLSearchParams): Decoded<CampaignsView> {
  const chart = decodeChoice(search, 'chart', campaignCharts, firstCampaignsView.chart)
  const by = decodeChoice(search, 'by', campaignGroups, firstCampaignsView.by)
  const sort = decodeChoice(search, 'sort', campaignSorts, firstCampaignsView.sort)
  const order = decodeChoice(search, 'order', ['asc', 'desc'], firstOrder(sort.value))
  return {
    value: {
      chart: chart.value,
      by: by.value,
      sort: sort.value,
      order: order.value,
    },
    ignored: [...[chart, by, sort, order].flatMap((choice) => choice.ignored), ...unknownParts(search, parameters)],
  }
}

/** Writes the view over an address, its period kept. */
export function encodeCampaignsView(view: CampaignsView, search: URLSearchParams): URLSearchParams {
  const choices = [
    ['chart', view.chart, firstCampaignsView.chart],
    ['by', view.by, firstCampaignsView.by],
    ['sort', view.sort, firstCampaignsView.sort],
    ['order', view.order, firstOrder(view.sort)],
  ] as const
  return choices.reduce((next, [name, value, fallback]) => encodeChoice(next, name, value, fallback), search)
}

import { type CampaignRow, campaignTotals } from '#parts/figures/campaign-rows.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'

/** A row of this page with the same row of the previous period; null where there is none to compare with. */
export interface ShownRow extends CampaignRow {
  readonly before: CampaignRow | null
}

/** The rows as they are asked for, each under an id that stays the same from answer to answer. */
export function groupRows(rows: readonly CampaignRow[], by: CampaignGroup): readonly CampaignRow[] {
  const grouped = by === 'campaign' ? rows : platformRows(rows)
  const single = singleRows(grouped)
  return grouped.map((row, at) => ({ ...row, id: single.has(keyOf(row)) ? keyOf(row) : `${keyOf(row)} ${at}` }))
}

/**
 * Lays each row beside its own of the previous period. A row that the earlier answer does not have is unknown there, not
 * zero; so is one of two with the same name and platform, which nothing tells apart from one answer to the next.
 */
export function withBefore(rows: readonly CampaignRow[], before: readonly CampaignRow[] | null): readonly ShownRow[] {
  const [single, twins] = [singleRows(rows), singleRows(before ?? [])]
  return rows.map((row) => ({ ...row, before: single.has(keyOf(row)) ? (twins.get(keyOf(row)) ?? null) : null }))
}

/** Campaigns of one platform as one; those of no platform are a row of their own. A figure is known only where that of every campaign is. */
function platformRows(rows: readonly CampaignRow[]): readonly CampaignRow[] {
  const parts = new Map<string, CampaignRow[]>()
  for (const row of rows) {
    const others = parts.get(row.platform)
    if (others === undefined) parts.set(row.platform, [row])
    else others.push(row)
  }
  return [...parts].map(([platform, own]) => ({ id: platform, name: '', platform, ...campaignTotals(own) }))
}

function keyOf(row: CampaignRow): string {
  return JSON.stringify([row.platform, row.name])
}

/** The rows by their key, without those that share one. */
function singleRows(rows: readonly CampaignRow[]): ReadonlyMap<string, CampaignRow> {
  const found = new Map<string, CampaignRow>()
  const shared = new Set<string>()
  for (const row of rows) {
    if (found.has(keyOf(row))) shared.add(keyOf(row))
    found.set(keyOf(row), row)
  }
  for (const key of shared) found.delete(key)
  return found
}

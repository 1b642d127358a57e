import { sql } from 'drizzle-orm'
import type { Campaign, FunnelEntry, Summary, SyncStatus } from '#contract/analytics.ts'
import { leadStatuses, syncStates } from '#contract/vocabularies.ts'
import { countByFacet } from '../leads/lead-counts.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { facetSeparator } from '../store/facets.ts'
import { leads } from '../store/schema.ts'
import type { Period } from './period.ts'

/** Every figure is about the leads created in the period, by their status now. */
export async function summaryAnswer(drizzle: Drizzle, period: Period, now: number, zone: string): Promise<Summary> {
  const counts = await countByFacet(drizzle, 'status', period, zone)
  const byStatus = new Map(counts.map((count) => [count.value, count]))
  return {
    totalLeads: counts.reduce((sum, count) => sum + count.leads, 0),
    newLeads: byStatus.get('new')?.leads ?? 0,
    contactedLeads: byStatus.get('contacted')?.leads ?? 0,
    totalConversions: byStatus.get('won')?.leads ?? 0,
    totalConversionValue: byStatus.get('won')?.wonValue ?? 0,
    timeframe: period.timeframe,
    period: {
      from: new Date(period.from ?? (await firstCreated(drizzle)) ?? now).toISOString(),
      to: new Date(period.to ?? now).toISOString(),
    },
  }
}

/** Shares by status in pipeline order, empty statuses left out. */
export async function funnelAnswer(drizzle: Drizzle, period: Period, zone: string): Promise<readonly FunnelEntry[]> {
  const counts = await countByFacet(drizzle, 'status', period, zone)
  const byStatus = new Map(counts.map((count) => [count.value, count.leads]))
  const present = leadStatuses.flatMap((status) => {
    const count = byStatus.get(status)
    return count === undefined ? [] : [{ status, count }]
  })
  const shares = percentages(present.map((entry) => entry.count))
  return present.map((entry, index) => ({ ...entry, percentage: shares[index] ?? 0 }))
}

/** Shares in per cent with two decimals that sum to exactly 100: the largest remainders are rounded up. */
export function percentages(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const whole = counts.map((count) => Math.floor((count * 10_000) / total))
  const left = 10_000 - whole.reduce((sum, part) => sum + part, 0)
  const byRemainder = counts
    .map((count, index) => ({ index, remainder: (count * 10_000) % total }))
    .sort((a, b) => b.remainder - a.remainder)
  const raised = new Set(byRemainder.slice(0, left).map((entry) => entry.index))
  return whole.map((part, index) => (part + (raised.has(index) ? 1 : 0)) / 100)
}

/** One row a campaign and platform, most leads first. */
export async function campaignsAnswer(drizzle: Drizzle, period: Period, zone: string): Promise<readonly Campaign[]> {
  const counts = await countByFacet(drizzle, 'adPlatform|campaign', period, zone)
  return counts
    .map((count) => {
      const cut = count.value.indexOf(facetSeparator)
      return {
        campaignName: count.value.slice(cut + 1),
        adPlatform: count.value.slice(0, cut) || null,
        leads: count.leads,
        conversions: count.won,
        conversionValue: count.wonValue,
      }
    })
    .sort((a, b) => b.leads - a.leads)
}

export async function syncStatusAnswer(
  drizzle: Drizzle,
  period: Period,
  platform: string | undefined,
  zone: string,
): Promise<SyncStatus> {
  const counts =
    platform === undefined
      ? await countByFacet(drizzle, 'sync', period, zone)
      : await countByFacet(drizzle, 'sync|adPlatform', period, zone)
  const answer = { pending: 0, synced: 0, partial: 0, failed: 0, none: 0 }
  for (const count of counts) {
    const [stateText, ofPlatform] = count.value.split(facetSeparator)
    const state = syncStates.find((known) => known === stateText)
    if (state !== undefined && (platform === undefined || ofPlatform === platform)) answer[state] += count.leads
  }
  return answer
}

/** Unix ms of the oldest lead; null where there is none. */
async function firstCreated(drizzle: Drizzle): Promise<number | null> {
  const [first] = await rowsOf<{ at: number | null }>(
    drizzle,
    sql`select (extract(epoch from min(created_at)) * 1000)::float8 as at from ${leads} where deleted_at is null`,
  )
  return first?.at ?? null
}

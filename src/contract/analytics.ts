import * as z from 'zod/mini'
import { isoDateText, oneOf } from './text-schemas.ts'
import { adPlatforms, timeframes } from './vocabularies.ts'

/** `from` is inclusive, `to` exclusive; either overrides `timeframe`. The default is the last 30 days. */
export const periodQuery = z.object({
  timeframe: z.optional(oneOf(timeframes)),
  from: z.optional(isoDateText()),
  to: z.optional(isoDateText()),
})
export type PeriodQuery = z.output<typeof periodQuery>

export const syncStatusQuery = z.extend(periodQuery, { platform: z.optional(oneOf(adPlatforms)) })
export type SyncStatusQuery = z.output<typeof syncStatusQuery>

const count = z.optional(z.nullable(z.number()))
const label = z.optional(z.nullable(z.string()))

/** Leads created in the period. `totalConversions` are the won ones, `totalConversionValue` their actual values. */
export const summary = z.object({
  totalLeads: count,
  newLeads: count,
  contactedLeads: count,
  totalConversions: count,
  totalConversionValue: count,
  timeframe: label,
  period: z.optional(z.nullable(z.object({ from: label, to: label }))),
})
export type Summary = z.output<typeof summary>

/** A share of all leads by their present status (per cent, two decimals); not a step rate. Empty statuses are left out. */
export const funnelEntry = z.object({ status: z.string(), count, percentage: count })
export type FunnelEntry = z.output<typeof funnelEntry>

/** Leads with a campaign only; the rows need not add up to the summary. */
export const campaign = z.object({
  campaignName: label,
  adPlatform: label,
  leads: count,
  conversions: count,
  conversionValue: count,
})
export type Campaign = z.output<typeof campaign>

/** Leads created in the period by sync state. `none` has nothing to send and belongs in no delivery rate. */
export const syncStatus = z.object({ pending: count, synced: count, partial: count, failed: count, none: count })
export type SyncStatus = z.output<typeof syncStatus>

/** One lead whose event has not been delivered; all periods, newest change first, no paging. */
export const unsentConversion = z.object({
  leadId: z.string(),
  uniqueCode: label,
  status: label,
  adPlatform: label,
  conversionSyncStatus: label,
  lastConversionSyncAt: label,
})
export type UnsentConversion = z.output<typeof unsentConversion>

import * as z from 'zod/mini'
import { isoDateText, numberOrNothing, oneOf, textOrNothing } from './text-schemas.ts'
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

/** Leads created in the period. `totalConversions` are the won ones, `totalConversionValue` their actual values. */
export const summary = z.object({
  totalLeads: numberOrNothing,
  newLeads: numberOrNothing,
  contactedLeads: numberOrNothing,
  totalConversions: numberOrNothing,
  totalConversionValue: numberOrNothing,
  timeframe: textOrNothing,
  period: z.optional(z.nullable(z.object({ from: textOrNothing, to: textOrNothing }))),
})
export type Summary = z.output<typeof summary>

/** A share of all leads by their present status (per cent, two decimals); not a step rate. Empty statuses are left out. */
export const funnelEntry = z.object({ status: z.string(), count: numberOrNothing, percentage: numberOrNothing })
export type FunnelEntry = z.output<typeof funnelEntry>

/** Leads with a campaign only; the rows need not add up to the summary. */
export const campaign = z.object({
  campaignName: textOrNothing,
  adPlatform: textOrNothing,
  leads: numberOrNothing,
  conversions: numberOrNothing,
  conversionValue: numberOrNothing,
})
export type Campaign = z.output<typeof campaign>

/** Leads created in the period by sync state. `none` has nothing to send and belongs in no delivery rate. */
export const syncStatus = z.object({
  pending: numberOrNothing,
  synced: numberOrNothing,
  partial: numberOrNothing,
  failed: numberOrNothing,
  none: numberOrNothing,
})
export type SyncStatus = z.output<typeof syncStatus>

/** One lead whose event has not been delivered; all periods, newest change first, no paging. */
export const unsentConversion = z.object({
  leadId: z.string(),
  uniqueCode: textOrNothing,
  status: textOrNothing,
  adPlatform: textOrNothing,
  conversionSyncStatus: textOrNothing,
  lastConversionSyncAt: textOrNothing,
})
export type UnsentConversion = z.output<typeof unsentConversion>

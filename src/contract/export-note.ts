import * as z from 'zod/mini'
import { oneOf } from './text-schemas.ts'

/** What can be saved as a file, with the columns of each in their order: the names that the file and the audit line share. */
export const exportColumns = {
  campaigns: [
    'campaignName',
    'adPlatform',
    'leads',
    'conversions',
    'conversionRate',
    'conversionRateLow95',
    'conversionRateHigh95',
    'conversionValue',
    'valuePerLead',
    'previousLeads',
    'previousConversions',
    'previousConversionRate',
    'previousConversionValue',
  ],
  conversions: [
    'leadId',
    'uniqueCode',
    'status',
    'adPlatform',
    'defaultEvent',
    'conversionSyncStatus',
    'lastConversionSyncAt',
    'happenedAtTheLatest',
    'hoursLeftAtMost',
    'mayBeTooLate',
    'value',
    'ticketRef',
  ],
} as const satisfies Record<string, readonly string[]>

export type ExportSubject = keyof typeof exportColumns
export const exportSubjects = Object.keys(exportColumns) as [ExportSubject, ...ExportSubject[]]
export const exportForms = ['csv', 'png'] as const
export type ExportForm = (typeof exportForms)[number]

/** Told before a file is saved, so that each export leaves its line (safety S37): names and a number, no value. */
export const exportNote = z.object({
  subject: oneOf(exportSubjects),
  form: oneOf(exportForms),
  rows: z.int({ error: 'Must be a whole number' }).check(z.gte(0, 'Must be 0 or more'), z.lte(1_000_000, 'Too many')),
})
export type ExportNote = z.output<typeof exportNote>

import * as z from 'zod/mini'

const label = z.optional(z.nullable(z.string()))
const count = z.optional(z.nullable(z.number()))

/** `timezone` is an IANA name, `currency` ISO 4217, `language` a BCP 47 tag; plan and state are shown as given. */
export const workspace = z.object({
  displayName: label,
  timezone: label,
  currency: label,
  language: label,
  dateFormat: label,
  trackingCode: label,
  subscription: z.optional(
    z.nullable(z.object({ plan: label, status: label, interval: label, currentPeriodEnd: label })),
  ),
  usage: z.optional(
    z.nullable(
      z.object({
        leadsPerDay: z.optional(z.nullable(z.object({ limit: count, current: count }))),
        teamMembers: count,
        activeRotators: count,
      }),
    ),
  ),
})
export type Workspace = z.output<typeof workspace>

import * as z from 'zod/mini'
import { numberOrNothing, textOrNothing } from './text-schemas.ts'

/** `timezone` is an IANA name, `currency` ISO 4217, `language` a BCP 47 tag; plan and state are shown as given. */
export const workspace = z.object({
  displayName: textOrNothing,
  timezone: textOrNothing,
  currency: textOrNothing,
  language: textOrNothing,
  dateFormat: textOrNothing,
  trackingCode: textOrNothing,
  subscription: z.optional(
    z.nullable(
      z.object({
        plan: textOrNothing,
        status: textOrNothing,
        interval: textOrNothing,
        currentPeriodEnd: textOrNothing,
      }),
    ),
  ),
  usage: z.optional(
    z.nullable(
      z.object({
        leadsPerDay: z.optional(z.nullable(z.object({ limit: numberOrNothing, current: numberOrNothing }))),
        teamMembers: numberOrNothing,
        activeRotators: numberOrNothing,
      }),
    ),
  ),
})
export type Workspace = z.output<typeof workspace>

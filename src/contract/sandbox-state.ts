import * as z from 'zod/mini'
import { oneOf } from './text-schemas.ts'

/** Platforms that the sandbox delivers to: the ones with default events. */
export const sandboxPlatforms = ['meta', 'google', 'tiktok', 'linkedin'] as const

/** `failing`: every attempt fails. `stalled`: nothing is even tried. */
export const platformTroubles = ['none', 'failing', 'stalled'] as const

const trouble = oneOf(platformTroubles)
export const sandboxPlatformTroubles = z.object({ meta: trouble, google: trouble, tiktok: trouble, linkedin: trouble })
export type SandboxPlatformTroubles = z.output<typeof sandboxPlatformTroubles>

export const sandboxLimits = { droppedReplies: 20, arrivals: 200 } as const

const droppedReplies = z
  .int('Must be a whole number')
  .check(z.gte(0, 'Must be 0 or more'), z.lte(sandboxLimits.droppedReplies, 'Too many'))

/** What the sandbox has been told to do badly. `droppedReplies`: so many of the next writes take place and get no answer. */
export const sandboxState = z.object({ platforms: sandboxPlatformTroubles, droppedReplies })
export type SandboxState = z.output<typeof sandboxState>

/** How many leads come in now. */
export const sandboxArrivals = z.object({
  leads: z
    .int('Must be a whole number')
    .check(z.gte(1, 'Must be 1 or more'), z.lte(sandboxLimits.arrivals, 'Too many')),
})
export const sandboxArrived = z.object({ leads: z.number() })

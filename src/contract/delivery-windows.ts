import * as z from 'zod/mini'

/** The ad platforms' products that refuse old events, each with a window of its own. */
export const windowProducts = ['meta', 'googleGa4', 'googleAds', 'tiktok', 'linkedin'] as const
export type WindowProduct = (typeof windowProducts)[number]

/** Hours that a window may have. */
export const windowLimits = { min: 1, max: 366 * 24 } as const

const hours = z
  .int('Must be a whole number of hours')
  .check(z.gte(windowLimits.min, 'Too short'), z.lte(windowLimits.max, 'Too long'))

/** How old an event may be before its platform refuses it, in hours; and which Google product `google` stands for. */
export const deliveryWindows = z.object({
  meta: hours,
  googleGa4: hours,
  googleAds: hours,
  tiktok: hours,
  linkedin: hours,
  google: z.enum(['googleGa4', 'googleAds']),
})
export type DeliveryWindows = z.output<typeof deliveryWindows>

/** From the platforms' documentation, of different dates. */
export const standardWindows: DeliveryWindows = {
  meta: 7 * 24,
  googleGa4: 72,
  googleAds: 90 * 24,
  tiktok: 28 * 24,
  linkedin: 90 * 24,
  google: 'googleGa4',
}

/** The same as kept in a file: what one of an older version lacks is as usual. */
export const keptDeliveryWindows = z.object({
  meta: z._default(hours, standardWindows.meta),
  googleGa4: z._default(hours, standardWindows.googleGa4),
  googleAds: z._default(hours, standardWindows.googleAds),
  tiktok: z._default(hours, standardWindows.tiktok),
  linkedin: z._default(hours, standardWindows.linkedin),
  google: z._default(deliveryWindows.shape.google, standardWindows.google),
})

/** The product whose window a platform's events have; null where it takes none, or nobody knows. */
export function windowProduct(platform: string | null | undefined, windows: DeliveryWindows): WindowProduct | null {
  if (platform === 'google') return windows.google
  return platform === 'meta' || platform === 'tiktok' || platform === 'linkedin' ? platform : null
}

/** Hours after which a platform refuses an event; null where none is sent, or nobody knows. */
export function windowHours(platform: string | null | undefined, windows: DeliveryWindows): number | null {
  const product = windowProduct(platform, windows)
  return product === null ? null : windows[product]
}

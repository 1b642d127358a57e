import { zoneOffset } from '../analytics/zone-time.ts'

const dayMs = 86_400_000
let known: { zone: string; day: number; offsetMs: number } | null = null

/**
 * The zone's distance from UTC at the beginning of a lead's UTC day, in milliseconds: the lead's own for all its life,
 * whenever somebody looks. Leads come in order, so that remembering the last day is enough.
 */
export function offsetOn(createdAt: number, zone: string): number {
  const day = Math.floor(createdAt / dayMs)
  if (known?.day !== day || known.zone !== zone) known = { zone, day, offsetMs: zoneOffset(day * dayMs, zone) }
  return known.offsetMs
}

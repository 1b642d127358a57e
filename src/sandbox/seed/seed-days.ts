import { dayAt, startOfDay } from '../analytics/zone-time.ts'
import { fraction, seededRandom } from './seeded-random.ts'

/** The sample reaches so many days back. */
export const seededDays = 120
const dayMs = 86_400_000
const hourMs = 3_600_000
/** Leads by local hour: nights are quiet, mornings and evenings busy. */
const hourWeights = [2, 1, 1, 1, 1, 2, 4, 7, 10, 13, 14, 12, 10, 11, 10, 9, 9, 9, 10, 13, 14, 11, 7, 4]
const weightOfDay = hourWeights.reduce((sum, weight) => sum + weight, 0)
/** Monday first. */
const weekdayWeights = [1.1, 1.05, 1, 1, 1.05, 0.8, 0.7]

/** A local day, half-open in Unix ms, and how many leads it gets. */
export interface SeedDay {
  readonly start: number
  readonly end: number
  readonly leads: number
}

/** Spreads leads over the days up to `now`, denser towards it. Today always has some, as far as there are any. */
export function planSeedDays(leads: number, now: number, zone: string): readonly SeedDay[] {
  const today = dayAt(now, zone)
  const days = Array.from({ length: seededDays }, (_, index) => {
    const day = today.subtract({ days: seededDays - 1 - index })
    return { start: startOfDay(day, zone), end: startOfDay(day.add({ days: 1 }), zone) }
  })
  const weights = days.map(
    (day, index) => Math.exp((index - seededDays) / 70) * weekdayWeight(day.start) * partOfDayBefore(day, now),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let carried = 0
  const planned = weights.map((weight) => {
    carried += (weight / sum) * leads
    const whole = Math.floor(carried + 1e-9)
    carried -= whole
    return whole
  })
  const last = planned.length - 1
  planned[last] = (planned[last] ?? 0) + leads - planned.reduce((total, count) => total + count, 0)
  for (let index = 0; index < last && (planned[last] ?? 0) < Math.min(3, leads); index += 1) {
    if ((planned[index] ?? 0) === 0) continue
    planned[index] = (planned[index] ?? 0) - 1
    planned[last] = (planned[last] ?? 0) + 1
    index -= 1
  }
  return days.map((day, index) => ({ ...day, leads: planned[index] ?? 0 }))
}

/** Moments of a day in order, by the hour's weight, all before `limit`; the same for the same seed and day. */
export function momentsOfDay(day: SeedDay, limit: number, seed: number): readonly number[] {
  const random = seededRandom(seed ^ 0x5eed, Math.round(day.start / hourMs))
  const end = Math.min(day.end, limit)
  const moments = Array.from({ length: day.leads }, () => {
    const moment = day.start + hourOf(fraction(random)) * hourMs + Math.floor(fraction(random) * hourMs)
    const again = fraction(random)
    return moment < end ? moment : day.start + Math.floor(again * (end - day.start))
  })
  return moments.sort((a, b) => a - b)
}

/** A full day's arrivals in a workspace that gets so many on an average day. */
export function arrivalsOn(day: { readonly start: number; readonly end: number }, daily: number): SeedDay {
  return { ...day, leads: Math.round(daily * weekdayWeight(day.start)) }
}

/** The share of a day's leads that come before an instant. */
function partOfDayBefore(day: { readonly start: number; readonly end: number }, now: number): number {
  if (now >= day.end) return 1
  const hours = (now - day.start) / hourMs
  return (
    hourWeights.reduce((sum, weight, hour) => sum + weight * Math.min(1, Math.max(0, hours - hour)), 0) / weightOfDay
  )
}

function hourOf(part: number): number {
  let rest = part * weightOfDay
  for (const [hour, weight] of hourWeights.entries()) {
    rest -= weight
    if (rest < 0) return hour
  }
  return 0
}

function weekdayWeight(start: number): number {
  // Noon of the local day falls on the same weekday in UTC for every zone but the outermost.
  const weekday = (new Date(start + dayMs / 2).getUTCDay() + 6) % 7
  return weekdayWeights[weekday] ?? 1
}

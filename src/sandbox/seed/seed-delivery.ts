import { defaultEvent } from '#contract/default-events.ts'
import type { SyncState } from '#contract/vocabularies.ts'
import { withSent } from '../delivery/conversion-event.ts'
import type { Transition } from './seed-life.ts'
import { fraction } from './seeded-random.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

export interface SeedDelivery {
  readonly state: SyncState
  readonly dueAt: number | null
  readonly attempts: number
  readonly lastAt: number | null
  readonly sentEvents: string
}

const organic: SeedDelivery = { state: 'none', dueAt: null, attempts: 0, lastAt: null, sentEvents: '' }

/** How far the delivery of a seeded lead's events has come. Failures heal with age. */
export function seedDelivery(
  lived: readonly Transition[],
  adPlatform: string | null,
  now: number,
  random: () => number,
): SeedDelivery {
  const outcome = fraction(random)
  const healing = fraction(random)
  const last = lived.at(-1)
  const event = defaultEvent(last?.status, adPlatform)
  if (last === undefined || event === null) return organic
  const before = lived.slice(0, -1).reduce((sent, { status }) => {
    const earlier = defaultEvent(status, adPlatform)
    return earlier === null ? sent : withSent(sent, earlier)
  }, '')
  const age = now - last.at
  if (age < 3 * minuteMs) {
    return { state: 'pending', dueAt: last.at + 4 * minuteMs, attempts: 0, lastAt: null, sentEvents: before }
  }
  const lastAt = Math.min(now, last.at + 2 * minuteMs)
  const isHealed = age > 7 * dayMs && healing < 0.995
  if (isHealed || outcome < 0.91) {
    return { state: 'synced', dueAt: null, attempts: 1, lastAt, sentEvents: withSent(before, event) }
  }
  if (outcome < 0.94) {
    return { state: 'partial', dueAt: null, attempts: 1, lastAt, sentEvents: withSent(before, event) }
  }
  if (outcome < 0.955 && age < dayMs) {
    return { state: 'pending', dueAt: now + 2 * minuteMs, attempts: 0, lastAt: null, sentEvents: before }
  }
  const dueAt = age < dayMs ? now + 30 * minuteMs : null
  return { state: 'failed', dueAt, attempts: dueAt === null ? 6 : 3, lastAt, sentEvents: before }
}

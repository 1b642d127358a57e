import type { LeadStatus } from '#contract/vocabularies.ts'
import { fraction } from './seeded-random.ts'

export interface Transition {
  readonly status: LeadStatus
  /** Unix ms. */
  readonly at: number
}

/** A step of the pipeline: the chance to take it, the mean wait in hours, the chance that sales skip the status. */
interface Step {
  readonly status: LeadStatus
  readonly chance: number
  readonly meanHours: number
  readonly skipped: number
}

const steps: readonly Step[] = [
  { status: 'contacted', chance: 0.9, meanHours: 20, skipped: 0 },
  { status: 'responded', chance: 0.74, meanHours: 44, skipped: 0.05 },
  { status: 'qualified', chance: 0.55, meanHours: 96, skipped: 0 },
  { status: 'hot', chance: 0.82, meanHours: 40, skipped: 0.35 },
  { status: 'proposal', chance: 0.72, meanHours: 44, skipped: 0.1 },
  { status: 'negotiation', chance: 0.72, meanHours: 48, skipped: 0.15 },
  { status: 'invoice', chance: 0.82, meanHours: 40, skipped: 0.2 },
  { status: 'won', chance: 0.86, meanHours: 30, skipped: 0 },
]

/** Of the leads that go no further, so many are closed as lost; the rest stay where they are. */
const lostChance = 0.2
/** A lead is given up so long, at least, after its last step. */
const patienceHours = 120
const hourMs = 3_600_000

/** Everything that will ever happen to a seeded lead, from its creation on. A visit stays one. */
export function leadLife(
  createdAt: number,
  quality: number,
  offsetMs: number,
  random: () => number,
): readonly Transition[] {
  const life: Transition[] = [{ status: 'new', at: createdAt }]
  let at = createdAt
  for (const step of steps) {
    const goesOn = fraction(random) < Math.min(0.97, step.chance * quality)
    const wait = -Math.log(1 - fraction(random)) * step.meanHours * hourMs
    const isSkipped = fraction(random) < step.skipped
    if (!goesOn) {
      if (fraction(random) < lostChance) {
        life.push({ status: 'lost', at: atWork(at + wait + patienceHours * hourMs, offsetMs, random) })
      }
      return life
    }
    if (isSkipped) continue
    at = atWork(at + Math.max(wait, 120_000), offsetMs, random)
    life.push({ status: step.status, at })
  }
  return life
}

/** Sales work from eight to nine in the evening: what falls into the night happens next morning. */
function atWork(at: number, offsetMs: number, random: () => number): number {
  const local = at + offsetMs
  const midnight = Math.floor(local / (24 * hourMs)) * 24 * hourMs
  const hour = (local - midnight) / hourMs
  if (hour >= 8 && hour < 21) return Math.round(at)
  const morning = hour < 8 ? midnight : midnight + 24 * hourMs
  return Math.round(morning + 8 * hourMs + fraction(random) * 2 * hourMs - offsetMs)
}

import type { LeadPriority, LeadSource } from '#contract/vocabularies.ts'
import { leadId } from '../leads/lead-id.ts'
import { phoneDigits, searchText } from '../leads/search-text.ts'
import { sandboxMembers } from '../sandbox-members.ts'
import { type SeedCampaign, seedCampaigns } from './seed-campaigns.ts'
import { seedDelivery } from './seed-delivery.ts'
import { leadLife, type Transition } from './seed-life.ts'
import { firstNames, lastNames, mailHosts, mobilePrefixes, notesByStatus } from './seed-words.ts'
import { fraction, pick, seededRandom, weighted } from './seeded-random.ts'

/** A row for the bulk load, by column name; instants are Unix ms. */
export type SeedLead = ReturnType<typeof seedLead>

const campaignless: SeedCampaign = { name: '', platform: 'other', quality: 1.05 }
/** Sources of leads that no advertisement brought, and the platform the tracker gives them. */
const pickOrganicSource = weighted<LeadSource>([
  ['whatsapp', 34],
  ['website', 28],
  ['referral', 12],
  ['social', 12],
  ['phone', 5],
  ['email', 4],
  ['event', 3],
  ['other', 2],
])
const pickPriority = weighted<LeadPriority>([
  ['medium', 60],
  ['low', 18],
  ['high', 17],
  ['urgent', 5],
])
const pickCampaign = weighted(seedCampaigns)
const memberIds = sandboxMembers.map((member) => member.id) as [string, ...string[]]

/**
 * A seeded lead as it stands at `now`: the same for the same seed, ordinal and creation, however often it is asked.
 * `offsetMs` is the zone's distance from UTC, for working hours only.
 */
export function seedLead(seed: number, ordinal: number, createdAt: number, now: number, offsetMs: number) {
  const random = seededRandom(seed, ordinal)
  const isVisit = fraction(random) < 0.5
  const isAdvertised = fraction(random) < 0.68
  const campaign = pickCampaign(random)
  const source = isAdvertised ? 'ads' : pickOrganicSource(random)
  const organicPlatform = fraction(random) < 0.5 ? null : fraction(random) < 0.7 ? 'posthog' : 'other'
  const adPlatform = isAdvertised ? campaign.platform : organicPlatform
  const quality = (isAdvertised ? campaign : campaignless).quality
  const life: readonly Transition[] = isVisit
    ? [{ status: 'pageview', at: createdAt }]
    : leadLife(createdAt, quality, offsetMs, random)
  const lived = life.filter((transition, index) => index === 0 || transition.at <= now)
  const last = lived.at(-1) ?? { status: 'new' as const, at: createdAt }
  const person = isVisit ? visitor(random) : somebody(random)
  // A code is a bijection of the ordinal, so that no two seeded leads share one.
  const code = (Math.imul(ordinal + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b)) >>> 0
  const uniqueCode = `API_${code.toString(16).padStart(8, '0').toUpperCase()}`
  const estimate = money(random)
  const isEstimated = fraction(random) < (lived.length >= 4 ? 0.9 : 0.3)
  const paid = Math.round((estimate * (0.85 + fraction(random) * 0.25)) / 10_000) * 10_000
  const isReported = fraction(random) < 0.93
  const note = fraction(random) < 0.35 ? pick(notesByStatus[last.status] ?? ['Dari iklan'], random) : null
  const isAssigned = fraction(random) < (lived.length > 1 ? 0.93 : 0.35)
  const assignedTo = pick(memberIds, random)
  const priority = pickPriority(random)
  const id = leadId(createdAt, random)
  const delivery = seedDelivery(lived, adPlatform, now, random)
  return {
    id,
    unique_code: uniqueCode,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    phone: person.phone,
    status: last.status,
    priority: isVisit ? 'low' : priority,
    source,
    ad_platform: adPlatform,
    assigned_to: !isVisit && isAssigned ? assignedTo : null,
    estimated_value: !isVisit && isEstimated ? estimate : null,
    actual_value: last.status === 'won' && isReported ? paid : null,
    notes: isVisit ? null : note,
    campaign: isAdvertised ? campaign.name : null,
    created_at: createdAt,
    updated_at: last.at,
    search_text: searchText({ ...person, uniqueCode, externalRef: null }),
    phone_digits: phoneDigits(person.phone),
    sync_state: delivery.state,
    sync_due_at: delivery.dueAt,
    sync_attempts: delivery.attempts,
    last_sync_at: delivery.lastAt,
    sent_events: delivery.sentEvents,
    ordinal,
    next_change_at: life[lived.length]?.at ?? null,
  }
}

const phoneForms = ['+62', '62', '0'] as const
const tagLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'

interface Person {
  readonly firstName: string
  readonly lastName: string | null
  readonly email: string | null
  readonly phone: string | null
}

function visitor(random: () => number): Person {
  let tag = ''
  while (tag.length < 7) tag += tagLetters.charAt(random() % tagLetters.length)
  return { firstName: 'Visitor', lastName: `[${tag}]`, email: null, phone: null }
}

function somebody(random: () => number): Person {
  const firstName = pick(firstNames, random)
  const lastName = fraction(random) < 0.85 ? pick(lastNames, random) : null
  const number = `${pick(mobilePrefixes, random)}${String(random() % 100_000_000).padStart(8, '0')}`
  const form = pick(phoneForms, random)
  const mailName = (lastName === null ? firstName : `${firstName}.${lastName}`).toLowerCase()
  const hasMail = fraction(random) < 0.45
  const mail = `${mailName}${random() % 1000}@${pick(mailHosts, random)}`
  return { firstName, lastName, email: hasMail ? mail : null, phone: fraction(random) < 0.96 ? form + number : null }
}

/** Rupiah, mostly some hundred thousands, now and then many millions, in steps of 50,000. */
function money(random: () => number): number {
  const spread = fraction(random) + fraction(random) + fraction(random) - 1.5
  return Math.max(100_000, Math.round((900_000 * Math.exp(spread * 2)) / 50_000) * 50_000)
}

import { useQueries } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Lead } from '#contract/lead.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export interface LeadMatch {
  readonly lead: Lead
  readonly why: 'phone' | 'email'
}

const fewestDigits = 7
/** The same digits are asked for again while somebody types on; twins made in between show at the next key. */
const freshMs = 30_000

/** Digits of a phone without the leading 0, 62 or +62: every stored form of one number holds them. '' where it is too short. */
export function phoneCore(phone: string): string {
  const digits = phone
    .replace(/\D/g, '')
    .replace(/^0{0,2}62/, '')
    .replace(/^0+/, '')
  return digits.length < fewestDigits ? '' : digits
}

function emailCore(email: string): string {
  const plain = email.trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? plain : ''
}

function searchQuery(search: string) {
  return reading(
    agentEndpoints.listLeads,
    { query: { search, limit: 5 } },
    ['lead-matches', search],
    freshMs,
    search !== '',
  )
}

/** Leads with the same phone or e-mail, each once. Nothing is asked while both are too short to tell; debounce the input. */
export function useLeadMatches({ phone, email }: { readonly phone: string; readonly email: string }): {
  readonly matches: readonly LeadMatch[]
  /** The searches as they stand, for a face where one failed. */
  readonly views: readonly View<Lead[]>[]
} {
  const digits = phoneCore(phone)
  const address = emailCore(email)
  const [byPhone, byEmail] = useQueries({ queries: [searchQuery(digits), searchQuery(address)] })
  const matches = [
    ...samePhone(digits === '' ? [] : (byPhone.data?.data ?? []), digits),
    ...sameEmail(address === '' ? [] : (byEmail.data?.data ?? []), address),
  ]
  const seen = new Set<string>()
  return {
    matches: matches.filter(({ lead }) => !seen.has(lead.id) && seen.add(lead.id)),
    views: [digits === '' ? [] : [toView(byPhone)], address === '' ? [] : [toView(byEmail)]].flat(),
  }
}

/** A search finds parts of any text; only the very same number counts. */
export function samePhone(found: readonly Lead[], digits: string): LeadMatch[] {
  return found.filter((lead) => phoneCore(lead.phone ?? '') === digits).map((lead) => ({ lead, why: 'phone' }))
}

export function sameEmail(found: readonly Lead[], address: string): LeadMatch[] {
  return found.filter((lead) => emailCore(lead.email ?? '') === address).map((lead) => ({ lead, why: 'email' }))
}

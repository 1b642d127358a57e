import { useEffect, useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { tellingPhone } from '#parts/lead/phone-input.ts'
import { useCreatedLeads } from '#queries/created-leads.ts'
import { type LeadMatch, phoneCore, sameEmail, samePhone, useLeadMatches } from '#queries/lead-matches.ts'
import type { LeadFormState } from '../use-lead-form.ts'

/** Other leads with the same phone or e-mail. */
export interface Twins {
  readonly phone: readonly Lead[]
  readonly email: readonly Lead[]
  /** True where it could not be looked. */
  readonly isUnchecked: boolean
}

/** How long somebody stops typing before it is looked: each look is a call of the shared budget. */
const pauseMs = 400

/** Looks for leads that have the phone or e-mail that is typed. An edit asks only for what it changes. */
export function useTwins({ values, start, seen, isSaving }: LeadFormState): Twins {
  const phone = useSettled(values.phone === start.phone ? '' : tellingPhone(values.phone))
  const email = useSettled(values.email === start.email ? '' : values.email.trim())
  const { matches, views } = useLeadMatches({ phone, email })
  // A search may not know yet what was entered a moment ago, and two in a row are what people enter twice.
  const created = useCreatedLeads()
  const justMade = isSaving ? [] : sameAs(created, phone, email)
  return {
    ...twinsOf([...matches, ...justMade], seen?.id ?? null),
    isUnchecked: views.some(({ failure }) => failure !== null),
  }
}

/** Those of `leads` with this phone or e-mail; what is empty is nobody's. */
export function sameAs(leads: readonly Lead[], phone: string, email: string): readonly LeadMatch[] {
  const digits = phoneCore(phone)
  return [
    ...(digits === '' ? [] : samePhone(leads, digits)),
    ...(email === '' ? [] : sameEmail(leads, email.toLowerCase())),
  ]
}

/** The matches by what is the same, each lead once; `self` is the lead that is edited. */
export function twinsOf(matches: readonly LeadMatch[], self: string | null): Pick<Twins, 'phone' | 'email'> {
  const others = new Map<string, LeadMatch>()
  for (const match of matches) {
    if (match.lead.id !== self && !others.has(match.lead.id)) others.set(match.lead.id, match)
  }
  const by = (why: LeadMatch['why']) => [...others.values()].filter((one) => one.why === why).map(({ lead }) => lead)
  return { phone: by('phone'), email: by('email') }
}

/** A text once it has stood still; emptying shows at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : settled
}

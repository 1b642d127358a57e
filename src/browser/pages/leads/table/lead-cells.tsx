import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { MemberMark } from '#parts/lead/member-mark.tsx'
import { leadName } from '#words/lead-name.ts'
import { useRowFacts } from './row-facts.ts'

export function NameCell({ lead }: { readonly lead: Lead }) {
  const { to, state } = useRowFacts().leadPlace(lead.id)
  return (
    <Link to={to} state={state} tabIndex={-1} className="font-medium">
      {leadName(lead)}
    </Link>
  )
}

export function MoneyCell({ value }: { readonly value: number | null | undefined }) {
  return useRowFacts().numbers.money(value)
}

export function MemberCell({ id }: { readonly id: string | null | undefined }) {
  return <MemberMark name={useRowFacts().memberName(id)} />
}

/** How long ago, and exactly when on hover. */
export function AgeCell({ instant }: { readonly instant: string | null | undefined }) {
  const { dates, now } = useRowFacts()
  if (instant == null) return null
  return (
    <time dateTime={instant} title={dates.dateTime(instant)} className="text-ink-3">
      {dates.ago(instant, now)}
    </time>
  )
}

import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { MemberMark } from '#parts/lead/member-mark.tsx'
import { PriorityBadge } from '#parts/lead/priority-badge.tsx'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { ask } from '#parts/status/asked.ts'
import { SaveMark } from '#parts/status/save-mark.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { priorityWord } from '#words/vocabulary-words.ts'
import { CellButton } from './cell-button.tsx'
import { DoneTick } from './done-tick.tsx'
import { useRowFacts } from './row-facts.ts'

/** The name, whether it is dealt with, and how the newest change stands: of the row, whichever field it was. */
export function NameCell({ lead }: { readonly lead: Lead }) {
  const { leadPlace, doneIds } = useRowFacts()
  const { to, state } = leadPlace(lead.id)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Link to={to} state={state} tabIndex={-1} dir="auto" className="truncate font-medium">
        {leadName(lead)}
      </Link>
      {doneIds.has(lead.id) && <DoneTick />}
      <SaveMark leadId={lead.id} />
    </span>
  )
}

export function StatusCell({ lead }: { readonly lead: Lead }) {
  return (
    <CellButton title={m.leads_set_status()} onAsk={(anchor) => ask('status', lead, anchor)}>
      <StatusMark status={lead.status} />
    </CellButton>
  )
}

export function PriorityCell({ lead }: { readonly lead: Lead }) {
  const isShown = lead.priority === 'high' || lead.priority === 'urgent'
  return (
    <CellButton title={m.leads_set_priority()} isFaint={!isShown} onAsk={(anchor) => ask('priority', lead, anchor)}>
      {isShown ? <PriorityBadge priority={lead.priority} /> : priorityWord(lead.priority) || m.leads_cell_set()}
    </CellButton>
  )
}

export function MoneyCell({ lead, field }: { readonly lead: Lead; readonly field: 'estimatedValue' | 'actualValue' }) {
  const value = useRowFacts().numbers.money(lead[field])
  return (
    <CellButton title={m.leads_set_amount()} isFaint={value === ''} onAsk={() => ask(field, lead)}>
      {value === '' ? m.leads_cell_set() : value}
    </CellButton>
  )
}

export function MemberCell({ lead }: { readonly lead: Lead }) {
  const name = useRowFacts().memberName(lead.assignedTo)
  return (
    <CellButton title={m.leads_set_assignee()} isFaint={name === ''} onAsk={(anchor) => ask('assign', lead, anchor)}>
      {name === '' ? m.leads_cell_set() : <MemberMark name={name} />}
    </CellButton>
  )
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

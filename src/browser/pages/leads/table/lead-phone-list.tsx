import type { ReactNode, Ref } from 'react'
import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { PriorityBadge } from '#parts/lead/priority-badge.tsx'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { SaveMark } from '#parts/status/save-mark.tsx'
import { WhatsAppButton } from '#parts/whatsapp/whatsapp-button.tsx'
import { classNames } from '#ui/class-names.ts'
import { DataList } from '#ui/data-table/data-list.tsx'
import type { DataTableHandle } from '#ui/data-table/data-table.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { DoneTick } from './done-tick.tsx'
import { useRowFacts } from './row-facts.ts'
import type { LeadRows } from './use-lead-rows.ts'
import { isVisit } from './visits.ts'

export interface LeadPhoneListProps {
  readonly ref: Ref<DataTableHandle>
  readonly rows: LeadRows
  readonly children: ReactNode
}

/** The leads on a phone: name, then status, value and age. */
export function LeadPhoneList({ ref, rows, children }: LeadPhoneListProps) {
  return (
    <DataList<Lead>
      ref={ref}
      label={m.nav_leads()}
      rows={rows.shown}
      rowId={(lead) => lead.id}
      total={rows.shownTotal}
      activeId={rows.activeId}
      isPrevious={rows.list.isPrevious}
      question={rows.question}
      canLoadMore={rows.canLoadMore}
      onNearEnd={rows.list.loadMore}
      renderRow={(lead) => <PhoneRow lead={lead} sortBy={rows.control.view.sortBy} />}
    >
      {children}
    </DataList>
  )
}

function PhoneRow({ lead, sortBy }: { readonly lead: Lead; readonly sortBy: 'createdAt' | 'updatedAt' }) {
  const { dates, now, numbers, leadPlace, doneIds } = useRowFacts()
  const { to, state } = leadPlace(lead.id)
  const value = lead.status === 'won' ? (lead.actualValue ?? lead.estimatedValue) : lead.estimatedValue
  const details = [
    isVisit(lead) ? '' : value == null ? m.leads_no_value() : numbers.money(value),
    dates.ago(lead[sortBy], now),
  ]
  return (
    <div className="flex h-full items-center">
      <Link
        to={to}
        state={state}
        data-row-id={lead.id}
        className={classNames(
          'flex h-full min-w-0 flex-1 flex-col justify-center gap-0.5 pl-4 focus-visible:-outline-offset-2',
          isVisit(lead) && 'text-ink-3',
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          <span dir="auto" className="truncate text-base font-medium">
            {leadName(lead)}
          </span>
          {doneIds.has(lead.id) && <DoneTick />}
          <PriorityBadge priority={lead.priority} />
        </span>
        <span className="flex min-w-0 items-center gap-3">
          <span className="flex min-w-0 items-center gap-1.5">
            <StatusMark status={lead.status} />
            <SaveMark leadId={lead.id} />
          </span>
          <span className="tabular truncate text-ink-3">{details.filter((part) => part !== '').join(' · ')}</span>
        </span>
      </Link>
      <WhatsAppButton lead={lead} look="compact" className="mr-2" />
    </div>
  )
}

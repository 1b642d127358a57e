import type { ReactNode } from 'react'
import type { Lead } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { formatPhone, phoneDigits } from '#words/phone-format.ts'
import { fieldWord, platformWord, priorityWord, sourceWord } from '#words/vocabulary-words.ts'
import { useDisplay } from '../display.tsx'
import { unknownText } from '../figures/range-text.ts'
import { MemberMark, useMemberName } from '../lead/member-mark.tsx'
import { shownReference } from '../lead/own-reference.ts'
import { PriorityBadge } from '../lead/priority-badge.tsx'

/** Everything that is known of a lead. What is not known says so; a reference of another system shows only where there is one. */
export function LeadFacts({ lead }: { readonly lead: Lead }) {
  const { numbers, dates } = useDisplay()
  const memberName = useMemberName()
  const digits = phoneDigits(lead.phone)
  const reference = shownReference(lead.externalRef)
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5">
        <Fact name="phone">
          {digits !== '' && (
            <a
              href={`tel:+${digits}`}
              className="tabular inline-flex items-center text-accent hover:underline pointer-coarse:min-h-11"
            >
              {formatPhone(lead.phone)}
            </a>
          )}
        </Fact>
        <Fact name="email">
          {lead.email != null && lead.email !== '' && (
            <a
              href={`mailto:${encodeURIComponent(lead.email).replace('%40', '@')}`}
              className="inline-flex items-center break-all text-accent hover:underline pointer-coarse:min-h-11"
            >
              {lead.email}
            </a>
          )}
        </Fact>
        <Fact name="priority">
          {lead.priority === 'high' || lead.priority === 'urgent' ? (
            <PriorityBadge priority={lead.priority} />
          ) : (
            priorityWord(lead.priority)
          )}
        </Fact>
        <Fact name="source">{sourceWord(lead.source)}</Fact>
        <Fact name="adPlatform">{platformWord(lead.adPlatform)}</Fact>
        <Fact name="assignedTo">
          {lead.assignedTo === null || lead.assignedTo === ''
            ? m.unassigned()
            : lead.assignedTo !== undefined && <MemberMark name={memberName(lead.assignedTo)} />}
        </Fact>
        <Fact name="estimatedValue">{numbers.money(lead.estimatedValue)}</Fact>
        <Fact name="actualValue">{numbers.money(lead.actualValue)}</Fact>
        {reference !== '' && <Fact name="externalRef">{reference}</Fact>}
        <Fact name="updatedAt">{dates.dateTime(lead.updatedAt)}</Fact>
      </dl>
      {lead.notes != null && lead.notes !== '' && (
        <section className="border-t border-line pt-3">
          <h3 className="mb-1.5 font-medium">{fieldWord('notes')}</h3>
          <p className="whitespace-pre-wrap">{lead.notes}</p>
        </section>
      )}
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const isUnknown = children === '' || children === false || children == null
  return (
    <>
      <dt className="text-ink-3">{fieldWord(name)}</dt>
      <dd className="tabular min-w-0">{isUnknown ? unknownText : children}</dd>
    </>
  )
}

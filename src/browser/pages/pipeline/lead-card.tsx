import { memo } from 'react'
import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { MemberInitials } from '#parts/lead/member-mark.tsx'
import { PriorityBadge } from '#parts/lead/priority-badge.tsx'
import { SaveMark } from '#parts/status/save-mark.tsx'
import { StatusMenu } from '#parts/status/status-menu.tsx'
import { cardMarks } from '#ui/board/held.ts'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { platformWord, sourceWord } from '#words/vocabulary-words.ts'
import type { BoardCard } from './board-columns.ts'
import { instructionsId, useCardFacts } from './card-facts.ts'
import { CardWrite } from './card-write.tsx'

const frame = 'relative rounded-lg border bg-surface px-3 py-2.5'

/** One lead on the board. Drawn anew only where the lead or its changes are new, hundreds stand beside it. */
export const LeadCard = memo(function LeadCard({ lead, write, isGhost }: BoardCard) {
  const { leadPlace } = useCardFacts()
  const name = leadName(lead)
  return (
    <li
      {...cardMarks(lead.id, isGhost)}
      className={classNames(
        frame,
        'touch-manipulation select-none [contain-intrinsic-size:auto_90px] [content-visibility:auto] [-webkit-touch-callout:none]',
        'has-[[data-grip]:focus-visible]:outline-2 has-[[data-grip]:focus-visible]:-outline-offset-2 has-[[data-grip]:focus-visible]:outline-accent data-[held]:opacity-40',
        isGhost ? 'border-dashed border-line-strong' : 'border-line hover:border-line-strong',
      )}
    >
      <div className="flex min-h-6 items-center gap-1.5">
        <Link
          to={leadPlace(lead.id)}
          data-grip=""
          draggable={false}
          aria-describedby={instructionsId}
          // The whole card is the link; what else can be pressed lies above it.
          className="min-w-0 flex-1 truncate font-medium outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {name}
        </Link>
        {write !== null && <SaveMark leadId={lead.id} />}
        <PriorityBadge priority={lead.priority} />
        <StatusMenu
          lead={lead}
          buttonLabel={m.pipeline_move({ name })}
          className="z-10 -my-1 -mr-2 flex size-7 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:-my-3 pointer-coarse:-mr-3 pointer-coarse:size-11"
        >
          <Icon name="more" />
        </StatusMenu>
      </div>
      <CardBody lead={lead} />
      {write !== null && <CardWrite lead={lead} write={write} isGhost={isGhost} />}
    </li>
  )
})

/** What follows the pointer. */
export function HeldCard({ lead }: { readonly lead: Lead }) {
  return (
    <div className={classNames(frame, 'border-line-strong shadow-float')}>
      <div className="flex min-h-6 items-center gap-1.5">
        <span className="min-w-0 flex-1 truncate font-medium">{leadName(lead)}</span>
        <PriorityBadge priority={lead.priority} />
      </div>
      <CardBody lead={lead} />
    </div>
  )
}

function CardBody({ lead }: { readonly lead: Lead }) {
  const { numbers, dates, now, memberName } = useCardFacts()
  const origin = [sourceWord(lead.source), platformWord(lead.adPlatform)].filter((part) => part !== '').join(' · ')
  return (
    <>
      <p className={classNames('tabular truncate', lead.estimatedValue == null ? 'text-ink-3' : 'text-ink-2')}>
        {lead.estimatedValue == null ? m.leads_no_value() : numbers.money(lead.estimatedValue)}
      </p>
      <p className="mt-1 flex min-h-5 items-center gap-2 text-xs text-ink-3">
        <span className="min-w-0 flex-1 truncate">{origin}</span>
        <time
          dateTime={lead.updatedAt ?? undefined}
          title={dates.dateTime(lead.updatedAt)}
          className="tabular shrink-0"
        >
          {dates.ago(lead.updatedAt, now)}
        </time>
        <MemberInitials name={memberName(lead.assignedTo)} />
      </p>
    </>
  )
}

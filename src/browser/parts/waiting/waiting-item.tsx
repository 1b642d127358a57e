import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { useLead } from '#queries/lead-detail.ts'
import { useKnownLead } from '#queries/use-known-lead.ts'
import { classNames } from '#ui/class-names.ts'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { useNow } from '../use-now.ts'
import { WaitingActions } from './waiting-actions.tsx'
import { isTrouble } from './waiting-face.ts'
import type { WaitingLine } from './waiting-lines.ts'
import { fieldsText, waitingText } from './waiting-text.ts'

interface WaitingItemProps {
  readonly line: WaitingLine
  /** True while the way back from a saved status is being thought about. */
  readonly isAsking: boolean
  readonly onAsk: (isAsking: boolean) => void
}

/** One change: whose, what becomes of it, and what can be done. */
export function WaitingItem({ line, isAsking, onAsk }: WaitingItemProps) {
  const lead = useKnownLead(line.write.leadId)
  const now = useNow(1000)
  const isTroubled = isTrouble(line.face)
  const { text, spoken } = isAsking ? { text: m.waiting_back_warning() } : waitingText(line, lead, now)
  return (
    <li className={classNames('flex items-center gap-x-4 px-3.5 py-1.5', (isTroubled || isAsking) && 'flex-wrap')}>
      {isTroubled && (
        <span
          aria-hidden="true"
          className="-mr-1 flex size-4 items-center justify-center rounded-full bg-surface text-xs font-semibold text-ink"
        >
          {line.face === 'conflict' || line.face === 'failed' ? '!' : '?'}
        </span>
      )}
      <p className={classNames('tabular min-w-0 flex-auto py-1', (isTroubled || isAsking) && 'basis-64')}>
        <Subject line={line} lead={lead} /> <span aria-hidden={spoken === undefined ? undefined : true}>{text}</span>
        {spoken !== undefined && <span className="sr-only">{spoken}</span>}
      </p>
      <div className="flex flex-wrap gap-x-4">
        <WaitingActions line={line} lead={lead} isAsking={isAsking} onAsk={onAsk} />
      </div>
    </li>
  )
}

/** The lead, and the status it gets or the fields that change. */
function Subject({ line: { write, face }, lead }: { readonly line: WaitingLine; readonly lead: Lead | undefined }) {
  const { status } = write.changes
  return (
    <>
      <Link
        to={`/leads/${write.leadId}`}
        className="rounded underline-offset-3 hover:underline focus-visible:outline-surface"
      >
        {lead === undefined ? <UnknownName id={write.leadId} isNeeded={isTrouble(face)} /> : leadName(lead)}
      </Link>
      {status === undefined ? `: ${fieldsText(write)}.` : ' → '}
      {status !== undefined && <strong className="font-semibold">{statusWord(status)}.</strong>}
    </>
  )
}

/** A name is worth a call where something must be decided, after a reload: it is known from then on. */
function UnknownName({ id, isNeeded }: { readonly id: string; readonly isNeeded: boolean }) {
  return isNeeded ? <AskedName id={id} /> : m.waiting_some_lead()
}

function AskedName({ id }: { readonly id: string }) {
  const { data } = useLead(id)
  return data === undefined ? m.waiting_some_lead() : leadName(data)
}

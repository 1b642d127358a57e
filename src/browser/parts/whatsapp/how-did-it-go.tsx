import { useId } from 'react'
import { defaultEvent } from '#contract/default-events.ts'
import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { platformWord, statusWord } from '#words/vocabulary-words.ts'
import { useNoteLine } from '../notes/use-note-line.ts'
import { useRequestStatus } from '../status/use-request-status.ts'
import { type Outcome, type OutcomeStep, outcomeSteps } from './outcomes.ts'
import { settleOuting, useDueOutings } from './use-outings.ts'

interface HowDidItGoProps {
  readonly lead: Lead
  /** Names the lead: where the question does not stand in its panel. */
  readonly isNamed?: boolean
}

/** After a while away at WhatsApp or the telephone: what came of it, in one tap. Nothing while there is nothing to ask. */
export function HowDidItGo({ lead, isNamed = false }: HowDidItGoProps) {
  const due = useDueOutings().find(({ leadId }) => leadId === lead.id)
  const requestStatus = useRequestStatus()
  const { change } = useWriteActions()
  const noteLine = useNoteLine()
  const title = useId()
  if (due === undefined) return null
  const way = due.by === 'call' ? m.whatsapp_by_call() : 'WhatsApp'
  const choose = ({ outcome, status }: OutcomeStep) => {
    settleOuting(lead.id)
    if (status !== null) requestStatus(lead, status)
    else void change(lead, {}, noteLine(m.whatsapp_outcome_note({ way, outcome: words[outcome]().toLowerCase() })))
  }
  return (
    <section aria-labelledby={title} className="flex flex-col gap-2.5 bg-sunken px-5 py-3">
      <header className="flex items-center justify-between gap-2">
        <h3 id={title} className="font-semibold">
          {isNamed ? m.whatsapp_how_with({ name: leadName(lead) }) : m.whatsapp_how()}
        </h3>
        <IconButton label={m.dismiss()} className="-my-1 -mr-2" onClick={() => settleOuting(lead.id)}>
          <Icon name="close" />
        </IconButton>
      </header>
      <div className="grid grid-cols-2 gap-2">
        {outcomeSteps(lead.status).map((step) => (
          <button
            key={step.outcome}
            type="button"
            onClick={() => choose(step)}
            className="flex min-h-11 min-w-0 flex-col items-center justify-center rounded border border-line-strong bg-surface px-2 py-1.5 text-center hover:bg-canvas"
          >
            <span className="font-medium">{words[step.outcome]()}</span>
            <span className="text-xs text-ink-3">{effectOf(step, lead)}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

const words: Readonly<Record<Outcome, () => string>> = {
  'no-reply': m.whatsapp_no_reply,
  replied: m.whatsapp_replied,
  interested: m.whatsapp_interested,
  'not-going': m.whatsapp_not_going,
}

function effectOf({ status }: OutcomeStep, lead: Lead): string {
  if (status === null) return m.whatsapp_stays({ status: statusWord(lead.status) })
  const event = defaultEvent(status, lead.adPlatform)
  return event === null
    ? m.whatsapp_sends_nothing({ status: statusWord(status) })
    : m.whatsapp_sends({ status: statusWord(status), event, platform: platformWord(lead.adPlatform) })
}

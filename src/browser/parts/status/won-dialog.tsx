import { useState } from 'react'
import { defaultEvent } from '#contract/default-events.ts'
import type { Lead, LeadChanges } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import { StageRing } from '#ui/stage-ring.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import { useDisplay } from '../display.tsx'
import { amountDoubt } from '../lead/amount-doubt.ts'
import { exactMoney } from '../lead/amount-echo.ts'
import { AmountEntry } from '../lead/amount-entry.tsx'
import { readAmount } from '../lead/amount-fault.ts'
import { amountText } from '../lead/amount-input.ts'
import { stageOf } from '../lead/status-stage.ts'
import { QuestionDialog } from '../question-dialog.tsx'

interface WonDialogProps {
  readonly lead: Lead
  readonly onClose: () => void
}

/** Won asks for the value in the same write, because it is reported once. None at all is a choice with words. */
export function WonDialog({ lead, onClose }: WonDialogProps) {
  const { locale, numbers } = useDisplay()
  const { change } = useWriteActions()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  /** The amount that was asked about: the same answer once more is meant. */
  const [asked, setAsked] = useState<number | null>(null)
  const save = (value: LeadChanges) => {
    onClose()
    void change(lead, { status: 'won', ...value })
  }
  // A value from before would be reported all the same.
  const saveWithout = () => save(lead.actualValue == null ? {} : { actualValue: null })
  const answer = () => {
    const { value, fault: found } = readAmount(typed)
    if (found !== undefined) setFault(found)
    else if (value === null) setFault(m.lead_form_fault_value())
    else confirm(value)
  }
  const confirm = (value: number) => {
    const doubt = amountDoubt(value, lead.estimatedValue, numbers)
    if (doubt !== null && asked !== value) {
      const amount = exactMoney(value, locale, numbers)
      setAsked(value)
      setFault(doubt === 'nothing' ? m.status_won_nothing({ amount }) : m.status_won_odd({ amount }))
    } else if (doubt === 'nothing') saveWithout()
    else save({ actualValue: value })
  }
  const fill = (value: number) => {
    setTyped(amountText(value, locale))
    setFault(undefined)
  }
  const { shape, lane } = stageOf('won')
  return (
    <QuestionDialog
      title={m.status_won_title()}
      mark={<StageRing shape={shape} lane={lane} />}
      doText={m.status_won_do()}
      aside={
        <Button look="quiet" className="mr-auto -ml-2.5 max-md:basis-full max-md:justify-start" onClick={saveWithout}>
          {m.status_won_without()}
        </Button>
      }
      onAnswer={answer}
      onClose={onClose}
    >
      <p className="-mt-3 text-ink-2">{reported(lead)}</p>
      <AmountEntry
        field="actualValue"
        typed={typed}
        fault={fault}
        onType={(text) => {
          setTyped(text)
          setFault(undefined)
          setAsked(null)
        }}
      />
      <Offers lead={lead} onTake={fill} />
    </QuestionDialog>
  )
}

function reported(lead: Lead): string {
  const name = leadName(lead)
  const event = defaultEvent('won', lead.adPlatform)
  if (event === null) return m.status_won_plain({ name })
  return m.status_won_reported({ name, platform: platformWord(lead.adPlatform), event })
}

/** Amounts that are known already, to take with one press. */
function Offers({ lead, onTake }: { readonly lead: Lead; readonly onTake: (value: number) => void }) {
  const { locale, numbers } = useDisplay()
  const { estimatedValue, actualValue } = lead
  if (estimatedValue == null && actualValue == null) return null
  return (
    <div className="-mt-1 flex flex-wrap gap-2">
      {actualValue != null && (
        <Button onClick={() => onTake(actualValue)}>
          {m.status_won_known({ amount: exactMoney(actualValue, locale, numbers) })}
        </Button>
      )}
      {estimatedValue != null && estimatedValue !== actualValue && (
        <Button onClick={() => onTake(estimatedValue)}>
          {m.status_won_estimate({ amount: exactMoney(estimatedValue, locale, numbers) })}
        </Button>
      )}
    </div>
  )
}

import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { QuestionDialog } from '../question-dialog.tsx'
import { AmountEntry } from './amount-entry.tsx'
import { readAmount } from './amount-fault.ts'
import { amountText } from './amount-input.ts'

interface AmountDialogProps {
  readonly lead: Lead
  readonly field: 'estimatedValue' | 'actualValue'
  readonly onClose: () => void
}

/** An amount of a lead whose row has no room to type in. Empty takes it away. */
export function AmountDialog({ lead, field, onClose }: AmountDialogProps) {
  const { locale } = useDisplay()
  const { change } = useWriteActions()
  const [typed, setTyped] = useState(() => amountText(lead[field], locale))
  const [fault, setFault] = useState<string>()
  const answer = () => {
    const read = readAmount(typed)
    if (read.fault !== undefined) return setFault(read.fault)
    onClose()
    if (read.value !== (lead[field] ?? null)) void change(lead, { [field]: read.value })
  }
  return (
    <QuestionDialog title={leadName(lead)} doText={m.save()} onAnswer={answer} onClose={onClose}>
      <AmountEntry
        field={field}
        typed={typed}
        fault={fault}
        onType={(text) => {
          setTyped(text)
          setFault(undefined)
        }}
      />
    </QuestionDialog>
  )
}

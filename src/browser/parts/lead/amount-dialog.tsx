import { type FormEvent, useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readAmount(typed)
    if (read.fault !== undefined) return setFault(read.fault)
    onClose()
    if (read.value !== (lead[field] ?? null)) void change(lead, { [field]: read.value })
  }
  return (
    <Dialog title={leadName(lead)} closeLabel={m.close()} onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <AmountEntry
          field={field}
          typed={typed}
          fault={fault}
          onType={(text) => {
            setTyped(text)
            setFault(undefined)
          }}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit">
            {m.save()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import type { LeadFormState } from './use-lead-form.ts'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

interface FormActionsProps {
  readonly state: LeadFormState
  readonly formId: string
  readonly onCancel: () => void
}

/** Cancel keeps the draft; a new lead can be followed by the next. */
export function FormActions({ state, formId, onCancel }: FormActionsProps) {
  const isBlocked = state.isSaving || state.unknown !== null
  return (
    <>
      <Button look="quiet" onClick={onCancel}>
        {m.cancel()}
      </Button>
      {state.seen === null && (
        <Button
          aria-disabled={isBlocked}
          title={isApple ? '⇧⌘↵' : 'Ctrl Shift ↵'}
          className="aria-disabled:opacity-50"
          onClick={state.saveAndNew}
        >
          {m.lead_form_save_and_new()}
        </Button>
      )}
      <Button type="submit" form={formId} look="primary" aria-disabled={isBlocked} className="aria-disabled:opacity-50">
        {state.isSaving ? m.lead_form_saving() : m.lead_form_save()}
        <kbd className="rounded-sm border border-current px-1 font-sans text-xs opacity-70 pointer-coarse:hidden">
          {isApple ? '⌘↵' : 'Ctrl ↵'}
        </kbd>
      </Button>
    </>
  )
}

import { useEffect, useId } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { isSendKey, useDocumentKey } from '#parts/document-key.ts'
import type { LeadDraft } from '#parts/lead/lead-draft.ts'
import { Page } from '#parts/page.tsx'
import { LeadFields } from './fields/lead-fields.tsx'
import { FormActions } from './form-actions.tsx'
import { Outcome } from './outcome.tsx'
import type { Saved } from './save-end.ts'
import { TwinColumn } from './twins/twin-column.tsx'
import { useTwins } from './twins/use-twins.ts'
import { useLeadForm } from './use-lead-form.ts'

interface LeadFormProps {
  readonly title: string
  readonly tabTitle?: string
  /** The lead to edit as it was just read; null for a new one. */
  readonly lead: Lead | null
  readonly onDone: (saved: Saved, values: LeadDraft) => void
}

/** The one form for new and edit: all fields of the API, its limits as you type, server errors on their fields. */
export function LeadForm({ title, tabTitle, lead, onDone }: LeadFormProps) {
  const state = useLeadForm(lead, onDone)
  const twins = useTwins(state)
  const formId = useId()
  const { form } = state
  // Where one types next. On touch the heading: a keyboard that comes up by itself would hide half of the form.
  useEffect(() => {
    if (matchMedia('(pointer: coarse)').matches) document.querySelector('h1')?.focus({ preventScroll: true })
    else form.setFocus('firstName')
  }, [form])
  const goBack = useGoBack(lead === null ? '/leads' : `/leads/${encodeURIComponent(lead.id)}`)
  const goesOn = (event: KeyboardEvent) => event.shiftKey && lead === null
  useDocumentKey((event) => isSendKey(event) && !goesOn(event), state.save)
  useDocumentKey((event) => isSendKey(event) && goesOn(event), state.saveAndNew)
  return (
    <Page title={title} tabTitle={tabTitle} actions={<FormActions state={state} formId={formId} onCancel={goBack} />}>
      <div className="relative flex min-h-0 flex-1 items-start gap-6 overflow-y-auto p-4 md:p-6">
        <form
          id={formId}
          noValidate
          aria-busy={state.isSaving}
          className="flex min-w-0 max-w-[640px] flex-1 flex-col gap-5 [&_:is(input,textarea,select)]:scroll-my-24"
          onSubmit={(event) => {
            event.preventDefault()
            state.save()
          }}
        >
          <Outcome state={state} />
          <fieldset disabled={state.isSaving} className="min-w-0">
            <LeadFields state={state} twins={twins} />
          </fieldset>
        </form>
        <TwinColumn twins={twins} />
      </div>
    </Page>
  )
}

/** Back to where the person came from; to `fallback` where this page was opened by its address. */
export function useGoBack(fallback: string): () => void {
  const navigate = useNavigate()
  const { key } = useLocation()
  return () => void (key === 'default' ? navigate(fallback) : navigate(-1))
}

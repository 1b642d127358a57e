import { useId } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { isSendKey, useDocumentKey } from '#parts/document-key.ts'
import type { LeadDraft } from '#parts/lead/lead-draft.ts'
import { Page } from '#parts/page.tsx'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { LeadFields } from './fields/lead-fields.tsx'
import { Outcome } from './outcome.tsx'
import { useLeadForm } from './use-lead-form.ts'

interface LeadFormProps {
  readonly title: string
  readonly tabTitle?: string
  /** The lead to edit as it was just read; null for a new one. */
  readonly lead: Lead | null
  readonly onSaved: (lead: Lead, values: LeadDraft) => void
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The one form for new and edit: all fields of the API, its limits as you type, server errors on their fields. */
export function LeadForm({ title, tabTitle, lead, onSaved }: LeadFormProps) {
  const state = useLeadForm(lead, onSaved)
  const formId = useId()
  const goBack = useGoBack(lead === null ? '/leads' : `/leads/${encodeURIComponent(lead.id)}`)
  useDocumentKey(isSendKey, state.save)
  const isBlocked = state.isSaving || state.unknown !== null
  return (
    <Page
      title={title}
      tabTitle={tabTitle}
      actions={
        <>
          <Button look="quiet" onClick={goBack}>
            {m.cancel()}
          </Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            aria-disabled={isBlocked}
            className="aria-disabled:opacity-50"
          >
            {state.isSaving ? m.lead_form_saving() : m.lead_form_save()}
            <kbd className="rounded-sm border border-current px-1 font-sans text-xs opacity-70 pointer-coarse:hidden">
              {isApple ? '⌘↵' : 'Ctrl ↵'}
            </kbd>
          </Button>
        </>
      }
    >
      <div className="min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
        <form
          id={formId}
          noValidate
          aria-busy={state.isSaving}
          className="flex max-w-[640px] flex-col gap-5 [&_:is(input,textarea,select)]:scroll-my-24"
          onSubmit={(event) => {
            event.preventDefault()
            state.save()
          }}
        >
          <Outcome state={state} />
          <fieldset disabled={state.isSaving} className="min-w-0">
            <LeadFields state={state} />
          </fieldset>
        </form>
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

import { useState } from 'react'
import { useParams } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { announce } from '#parts/notice.tsx'
import { Page } from '#parts/page.tsx'
import { Pending } from '#parts/pending.tsx'
import { useFreshLead } from '#queries/lead-detail.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { LeadForm, useGoBack } from './lead-form.tsx'

export function EditLeadPage() {
  const { id = '' } = useParams()
  return <EditLead key={id} id={id} />
}

/** Editing begins with a fresh read, and keeps to what was seen then: the base against which others' changes are told. */
function EditLead({ id }: { readonly id: string }) {
  const view = useFreshLead(id)
  const goBack = useGoBack(`/leads/${encodeURIComponent(id)}`)
  const [lead, setLead] = useState<Lead | null>(null)
  if (lead === null && view.data !== undefined && !view.isRefreshing && view.failure === null) setLead(view.data)
  if (lead === null) {
    return (
      <Page
        tabTitle={tabTitleOf(view.data)}
        title={view.data === undefined ? m.nav_leads() : m.lead_form_edit_title({ name: leadName(view.data) })}
      >
        <div className="max-w-[640px] p-4 md:p-6">
          <AsyncView view={view} pending={<Skeleton lines={12} />}>
            {() => (
              <Pending>
                <Skeleton lines={12} />
              </Pending>
            )}
          </AsyncView>
        </div>
      </Page>
    )
  }
  return (
    <LeadForm
      title={m.lead_form_edit_title({ name: leadName(lead) })}
      tabTitle={tabTitleOf(lead)}
      lead={lead}
      onDone={({ kind }, values) => {
        // What is held stands in the list of waiting changes, with Undo.
        if (kind === 'saved') announce(m.lead_form_updated({ name: leadName({ ...lead, ...values }) }))
        goBack()
      }}
    />
  )
}

/** A code names no person: titles go into the browser's history. */
function tabTitleOf(lead: Lead | undefined): string {
  return lead === undefined ? m.nav_leads() : m.lead_form_tab_title({ code: lead.uniqueCode ?? '' })
}

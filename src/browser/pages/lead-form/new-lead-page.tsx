import { useNavigate } from 'react-router'
import { announce } from '#parts/notice.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { LeadForm } from './lead-form.tsx'

export function NewLeadPage() {
  const navigate = useNavigate()
  return (
    <LeadForm
      title={m.lead_form_new_title()}
      lead={null}
      onDone={(saved, values) => {
        const made = saved.kind === 'saved' ? saved.lead : null
        announce(m.lead_form_created({ name: leadName({ ...values, ...made }) }))
        void navigate(made === null ? '/leads' : `/leads/${encodeURIComponent(made.id)}`, { replace: true })
      }}
    />
  )
}

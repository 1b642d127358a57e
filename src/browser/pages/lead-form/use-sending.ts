import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type LeadField, leadFields } from '#contract/lead.ts'
import type { Failure } from '#queries/failure.ts'
import * as m from '#words/m.ts'
import type { Job } from './form-job.ts'
import type { FormValues } from './form-values.ts'
import type { Sent } from './kept-draft.ts'
import type { Saved, SaveEnd } from './save-end.ts'
import { useMounted } from './use-mounted.ts'

interface SendingProps {
  readonly form: UseFormReturn<FormValues>
  readonly send: (job: Job) => Promise<SaveEnd>
  /** Told when an attempt did not end well: what is to be looked up, or null where nothing was saved. */
  readonly onOpen: (job: Job, sent: Sent | null) => void
}

export interface Sending {
  readonly failure: Failure | null
  readonly setFailure: (failure: Failure | null) => void
  readonly isSaving: boolean
  /** Gives how it was saved; null where it did not end well. */
  readonly run: (job: Job) => Promise<Saved | null>
}

/** Sends the form, once at a time, and tells at the fields what was refused. */
export function useSending({ form, send, onOpen }: SendingProps): Sending {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSaving, setSaving] = useState(false)
  const focused = useRef<Element | null>(null)
  const isMounted = useMounted()

  // While it is saved the form is disabled and loses the focus; trouble gives it back, to the first refused field if any.
  useEffect(() => {
    if (failure === null) return
    const [first] = failure.kind === 'invalid' ? rejectedFields(failure) : []
    if (first !== undefined) form.setFocus(first)
    else if (focused.current instanceof HTMLElement) focused.current.focus()
  }, [failure, form])

  function tell(failed: Failure): void {
    setFailure(failed)
    if (failed.kind !== 'invalid') return
    for (const field of rejectedFields(failed)) {
      const message = m.lead_form_fault_server({ message: failed.fields[field] ?? '' })
      form.setError(field, { type: 'server', message })
    }
  }

  return {
    failure,
    setFailure,
    isSaving,
    run: async (job) => {
      focused.current = document.activeElement
      setFailure(null)
      setSaving(true)
      const end = await send(job)
      setSaving(false)
      if (end.kind === 'saved' || end.kind === 'held') return end
      onOpen(job, end.kind === 'unknown' ? end.sent : null)
      if (end.kind === 'failed' && isMounted()) tell(end.failure)
      return null
    },
  }
}

function rejectedFields(failure: Extract<Failure, { kind: 'invalid' }>): readonly LeadField[] {
  return leadFields.filter((field) => Object.hasOwn(failure.fields, field))
}

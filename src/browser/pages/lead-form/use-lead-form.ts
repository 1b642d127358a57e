import { useEffect, useRef, useState } from 'react'
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { type Lead, type LeadField, leadFields } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import {
  changesOf,
  draftText,
  emptyDraft,
  fromDraft,
  isUnchanged,
  type LeadDraft,
  toDraft,
} from '#parts/lead/lead-draft.ts'
import { mintReference } from '#parts/lead/own-reference.ts'
import { useLeaveGuard } from '#parts/use-leave-guard.ts'
import { FailedCall } from '#queries/failed-call.ts'
import { type Failure, mayHaveActed } from '#queries/failure.ts'
import * as m from '#words/m.ts'
import { type FormValues, formFaults, formResolver } from './form-values.ts'
import { type KeptDraft, readKeptDraft, restoreEdits, writeKeptDraft } from './kept-draft.ts'
import { useSaveLead } from './use-save-lead.ts'

export type Conflict = Extract<Failure, { kind: 'conflict' }>

export interface LeadFormState {
  readonly form: UseFormReturn<FormValues>
  readonly values: FormValues
  /** The draft of what was seen: what "changed" is measured against. */
  readonly start: LeadDraft
  readonly seen: Lead | null
  readonly failure: Failure | null
  /** Not null while a save was sent and nobody knows its outcome. */
  readonly unknown: KeptDraft['sent']
  readonly isSaving: boolean
  readonly isRestored: boolean
  readonly save: () => void
  /** Sends again when a countdown ended: once, then a person decides. */
  readonly resume: (() => void) | undefined
  /** Gives up what was brought back: the form is as the lead was read last. Nothing while it is saved. */
  readonly discard: () => void
  readonly resolveConflict: (field: LeadField, take: 'mine' | 'theirs') => void
  /** What a look-up found of an unknown save: the saved lead, or nothing. */
  readonly settleUnknown: (lead: Lead | null) => void
}

/** The whole life of the form: draft kept in this tab, checks, saving and every way that can end. `lead` null is a new one. */
export function useLeadForm(lead: Lead | null, onSaved: (lead: Lead, values: LeadDraft) => void): LeadFormState {
  const { locale } = useDisplay()
  const id = lead?.id ?? null
  const isNew = lead === null
  const [initial] = useState(() => begin(lead, readKeptDraft(id), locale))
  const [seen, setSeen] = useState(initial.seen)
  const [fresh, setFresh] = useState(lead)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [unknown, setUnknown] = useState(initial.sent)
  const [isSaving, setSaving] = useState(false)
  const [isRestored, setRestored] = useState(initial.isRestored)
  const [reference] = useState(() => mintReference())
  const wasResumed = useRef(false)
  const isDone = useRef(false)
  const inFlight = useRef<KeptDraft['sent']>(null)
  const focused = useRef<Element | null>(null)
  const isMounted = useMounted()
  const { create, update } = useSaveLead()

  const start = seen === null ? emptyDraft : toDraft(seen, locale)
  const form = useForm<FormValues>({
    defaultValues: { ...initial.draft, withoutValue: false },
    mode: 'onTouched',
    resolver: formResolver(start, isNew),
  })
  const values = useWatch({ control: form.control }) as FormValues
  const isDirty = !isUnchanged(start, values)

  useEffect(() => {
    if (isDone.current) return
    const sent = inFlight.current ?? unknown
    writeKeptDraft(id, isDirty || sent !== null ? { draft: draftOf(values), seen, sent } : null)
  }, [id, isDirty, seen, unknown, values])
  useLeaveGuard(isDirty)

  // While it is saved the form is disabled and loses the focus; trouble gives it back, to the first refused field if any.
  useEffect(() => {
    if (failure === null) return
    const [first] = failure.kind === 'invalid' ? rejectedFields(failure) : []
    if (first !== undefined) form.setFocus(first)
    else if (focused.current instanceof HTMLElement) focused.current.focus()
  }, [failure, form])

  async function send(from: Lead | null, draft: FormValues): Promise<void> {
    const startDraft = from === null ? emptyDraft : toDraft(from, locale)
    const changes = from === null ? fromDraft(draft) : changesOf(startDraft, draft)
    if (from !== null && Object.keys(changes).length === 0) return finish(from, draft)
    const externalRef = changes.externalRef ?? (from === null ? reference : null)
    focused.current = document.activeElement
    setFailure(null)
    setSaving(true)
    inFlight.current = { externalRef }
    writeKeptDraft(id, { draft: draftOf(draft), seen: from, sent: inFlight.current })
    try {
      finish(from === null ? await create(changes, externalRef) : await update(from, changes), draft)
    } catch (error) {
      const failed: Failure =
        error instanceof FailedCall ? error.failure : { kind: 'other', message: String(error), requestId: null }
      fail(failed, from, draft, externalRef)
    }
    setSaving(false)
  }

  function finish(saved: Lead, draft: LeadDraft): void {
    isDone.current = true
    writeKeptDraft(id, null)
    if (isMounted.current) onSaved(saved, draft)
  }

  function fail(failed: Failure, from: Lead | null, draft: FormValues, externalRef: string | null): void {
    inFlight.current = null
    // An update is safe to send again: the proxy compares first.
    const outcome = from === null ? mayHaveActed(failed) : failed.kind === 'unknown-outcome'
    const sent = outcome
      ? { externalRef: (failed.kind === 'unknown-outcome' && failed.externalRef) || externalRef }
      : null
    writeKeptDraft(id, { draft: draftOf(draft), seen: from, sent })
    setUnknown(sent)
    setFailure(sent === null ? failed : null)
    if (failed.kind !== 'invalid') return
    for (const field of rejectedFields(failed)) {
      form.setError(field, {
        type: 'server',
        message: m.lead_form_fault_server({ message: failed.fields[field] ?? '' }),
      })
    }
  }

  return {
    form,
    values,
    start,
    seen,
    failure,
    unknown,
    isSaving,
    isRestored,
    save: () => {
      if (isSaving || unknown !== null) return
      wasResumed.current = false
      void form.handleSubmit((draft) => send(seen, draft))()
    },
    resume:
      failure?.kind === 'limited' && !wasResumed.current
        ? () => {
            wasResumed.current = true
            void form.handleSubmit((draft) => send(seen, draft))()
          }
        : undefined,
    discard: () => {
      if (isSaving) return
      setSeen(fresh)
      form.reset({ ...(fresh === null ? emptyDraft : toDraft(fresh, locale)), withoutValue: false })
      setRestored(false)
      setUnknown(null)
      setFailure(null)
    },
    resolveConflict: (field, take) => {
      if (failure?.kind !== 'conflict' || seen === null) return
      const { [field]: theirs = null, ...rest } = failure.theirs
      const next: Lead = { ...seen, [field]: theirs, updatedAt: failure.updatedAt ?? seen.updatedAt }
      const draft: FormValues = take === 'mine' ? values : { ...values, [field]: draftText(field, theirs, locale) }
      setSeen(next)
      setFresh((read) => read && { ...read, [field]: theirs, updatedAt: next.updatedAt })
      if (take === 'theirs') form.setValue(field, draft[field])
      if (Object.keys(rest).length > 0) return setFailure({ ...failure, theirs: rest })
      setFailure(null)
      const nextStart = toDraft(next, locale)
      const isValid = Object.keys(formFaults(nextStart, draft, false)).length === 0
      if (isValid && !isUnchanged(nextStart, draft)) void send(next, draft)
    },
    settleUnknown: (found) => {
      setUnknown(null)
      if (found !== null) finish(found, values)
    },
  }
}

function begin(lead: Lead | null, kept: KeptDraft | null, locale: 'en' | 'id') {
  if (kept === null) {
    return { seen: lead, draft: lead === null ? emptyDraft : toDraft(lead, locale), sent: null, isRestored: false }
  }
  const restored = lead === null ? { seen: null, draft: kept.draft } : restoreEdits(kept, lead, locale)
  return { ...restored, sent: kept.sent ?? null, isRestored: true }
}

function rejectedFields(failure: Extract<Failure, { kind: 'invalid' }>): readonly LeadField[] {
  return leadFields.filter((field) => Object.hasOwn(failure.fields, field))
}

function draftOf({ withoutValue: _, ...draft }: FormValues): LeadDraft {
  return draft
}

function useMounted() {
  const isMounted = useRef(true)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  return isMounted
}

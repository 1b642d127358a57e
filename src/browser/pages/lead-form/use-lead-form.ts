import { useEffect, useState } from 'react'
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import { isClientRef } from '#contract/client-ref.ts'
import type { Lead, LeadField } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import { emptyDraft, isUnchanged, type LeadDraft, toDraft } from '#parts/lead/lead-draft.ts'
import { mintReference } from '#parts/lead/own-reference.ts'
import type { Failure } from '#queries/failure.ts'
import { isDraftAgain } from '#queries/own-write.ts'
import { useLeadWrites, useWriteActions } from '#queries/own-writes.ts'
import { chooseField } from './conflict-choice.ts'
import { jobOf } from './form-job.ts'
import { becomes, type FormValues, formFaults, formResolver, toFormValues } from './form-values.ts'
import { beginForm, draftOfUndone, readKeptDraft, type Sent } from './kept-draft.ts'
import type { Saved } from './save-end.ts'
import { useKeeping } from './use-keeping.ts'
import { useLostNote } from './use-lost-note.ts'
import { useMounted } from './use-mounted.ts'
import { type Checking, useSaveLead } from './use-save-lead.ts'
import { useSending } from './use-sending.ts'

export interface LeadFormState {
  readonly form: UseFormReturn<FormValues>
  readonly values: FormValues
  /** The draft of what was seen: what "changed" is measured against. */
  readonly start: LeadDraft
  readonly seen: Lead | null
  readonly failure: Failure | null
  /** Not null while a save was sent and nobody knows its outcome. */
  readonly unknown: Sent | null
  readonly isSaving: boolean
  /** Not null while a save without an answer is being looked for. */
  readonly checking: Checking | null
  readonly isRestored: boolean
  readonly save: () => void
  /** Saves a new lead, and empties the form for the next. */
  readonly saveAndNew: () => void
  /** The lead that "Save and new" made last. */
  readonly lastSaved: Lead | null
  /** Sends again when a countdown ended: once, then a person decides. */
  readonly resume: (() => void) | undefined
  /** Gives up what was brought back: the form is as the lead was read last. Nothing while it is saved. */
  readonly discard: () => void
  readonly resolveConflict: (field: LeadField, take: 'mine' | 'theirs') => void
  /** What a look-up found of an unknown save: the saved lead; or nothing, and a person sends it again. */
  readonly settleUnknown: (lead: Lead | null) => void
}

type Next = 'leave' | 'new'

/** What goes over into the form for the next lead: leads are often entered in batches from one place. */
const carriedFields = ['source', 'adPlatform', 'assignedTo'] as const

/** The whole life of the form: draft kept in this tab, checks, saving and every way that can end. `lead` null is a new one. */
export function useLeadForm(lead: Lead | null, onDone: (saved: Saved, values: LeadDraft) => void): LeadFormState {
  const { locale } = useDisplay()
  const id = lead?.id ?? null
  const isNew = lead === null
  const undone = useLeadWrites(id ?? '').findLast(isDraftAgain)
  const [initial] = useState(() => {
    const back = undone === undefined || lead === null ? null : draftOfUndone(undone, lead, locale)
    return beginForm(lead, readKeptDraft(id) ?? back, locale)
  })
  const [blank, setBlank] = useState(emptyDraft)
  const [seen, setSeen] = useState(initial.seen)
  const [fresh, setFresh] = useState(lead)
  const [unknown, setUnknown] = useState(initial.sent)
  const [isRestored, setRestored] = useState(initial.isRestored)
  const [lastSaved, setLastSaved] = useState<Lead | null>(null)
  /** Of a new lead: the same for every attempt, so that an earlier one that arrived after all is found. */
  const [reference, setReference] = useState(() => referenceOf(initial.sent))
  /** What the last attempt was to lead to, and whether a countdown has sent it again already. */
  const [attempt, setAttempt] = useState<{ readonly next: Next; readonly isSecond: boolean }>({
    next: 'leave',
    isSecond: false,
  })
  const isMounted = useMounted()
  const { dismiss } = useWriteActions()
  // The form has it from now on.
  useEffect(() => {
    if (undone !== undefined) dismiss(undone.id)
  }, [undone, dismiss])
  const lostNote = useLostNote()

  const start = seen === null ? blank : toDraft(seen, locale)
  const form = useForm<FormValues>({
    defaultValues: initial.values,
    mode: 'onTouched',
    resolver: formResolver(start, isNew),
  })
  const values = useWatch({ control: form.control }) as FormValues
  const isDirty = !isUnchanged(start, values)
  const { keep, forget, restart } = useKeeping({ id, values, seen, isDirty, unknown })
  const { send, checking } = useSaveLead(id, keep)
  const sending = useSending({
    form,
    send,
    onOpen: (job, sent) => {
      keep(job, sent)
      setUnknown(sent)
    },
  })

  // The form is free again by now: typing goes on with the next lead.
  useEffect(() => {
    if (lastSaved !== null) form.setFocus('firstName')
  }, [lastSaved, form])

  async function submit(draft: FormValues, from: Lead | null, next: Next): Promise<void> {
    const startDraft = from === null ? blank : toDraft(from, locale)
    const becomesLost = becomes('lost', { start: startDraft, draft, isNew })
    const note = becomesLost ? lostNote(draft) : null
    const job = jobOf({ values: draft, from, start: startDraft, note, reference })
    const isNothing = from !== null && Object.keys(job.changes).length === 0
    const saved: Saved | null = isNothing ? { kind: 'saved', lead: from } : await sending.run(job)
    if (saved !== null) finish(saved, draft, next)
  }

  function finish(saved: Saved, draft: LeadDraft, next: Next): void {
    forget()
    if (!isMounted()) return
    if (next === 'leave' || saved.kind === 'held' || saved.lead === null) {
      onDone(saved, draft)
      return
    }
    setLastSaved({ ...saved.lead, firstName: draft.firstName, lastName: draft.lastName })
    beginAnew({ ...emptyDraft, ...Object.fromEntries(carriedFields.map((field) => [field, draft[field]])) })
  }

  function beginAnew(from: LeadDraft): void {
    restart()
    setReference(mintReference())
    setBlank(from)
    setRestored(false)
    // The very fields on screen are emptied: without this they would be forgotten, and keep their text.
    form.reset(toFormValues(from), { keepFieldsRef: true })
  }

  function attemptTo(next: Next, isSecond = false): void {
    if (sending.isSaving || unknown !== null) return
    startAttempt(next, isSecond)
  }

  function startAttempt(next: Next, isSecond: boolean): void {
    setAttempt({ next, isSecond })
    void form.handleSubmit((draft) => submit(draft, seen, next))()
  }

  return {
    form,
    values,
    start,
    seen,
    failure: sending.failure,
    unknown,
    isSaving: sending.isSaving,
    checking,
    isRestored,
    lastSaved,
    save: () => attemptTo('leave'),
    saveAndNew: () => attemptTo('new'),
    resume: sending.failure?.kind === 'limited' && !attempt.isSecond ? () => attemptTo(attempt.next, true) : undefined,
    discard: () => {
      if (sending.isSaving) return
      setSeen(fresh)
      setUnknown(null)
      sending.setFailure(null)
      beginAnew(fresh === null ? emptyDraft : toDraft(fresh, locale))
    },
    resolveConflict: (field, take) => {
      if (sending.failure?.kind !== 'conflict' || seen === null) return
      const chosen = chooseField({ conflict: sending.failure, field, take, seen, values, locale })
      setSeen(chosen.seen)
      setFresh((read) => read && { ...read, [field]: chosen.seen[field], updatedAt: chosen.seen.updatedAt })
      if (take === 'theirs') form.setValue(field, chosen.values[field])
      sending.setFailure(chosen.rest)
      if (chosen.rest !== null) return
      const nextStart = toDraft(chosen.seen, locale)
      const isValid = Object.keys(formFaults(nextStart, chosen.values, false)).length === 0
      if (isValid && !isUnchanged(nextStart, chosen.values)) void submit(chosen.values, chosen.seen, 'leave')
    },
    settleUnknown: (found) => {
      setUnknown(null)
      if (found === null) startAttempt(attempt.next, false)
      else finish({ kind: 'saved', lead: found }, values, attempt.next)
    },
  }
}

/** One that a person typed is in its field, and goes when it is taken out there. */
function referenceOf(sent: Sent | null): string {
  const before = sent?.externalRef ?? ''
  return isClientRef(before) ? before : mintReference()
}

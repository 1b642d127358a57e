import { useEffect, useRef } from 'react'
import { type Lead, type LeadField, leadFields } from '#contract/lead.ts'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { WaitLine } from '#parts/failure/wait-line.tsx'
import { ConflictList } from '#parts/lead/conflict-list.tsx'
import { fromDraft } from '#parts/lead/lead-draft.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { CheckingLine } from './checking-line.tsx'
import type { Conflict } from './conflict-choice.ts'
import { SavedLine } from './saved-line.tsx'
import { UnknownOutcome } from './unknown-outcome.tsx'
import type { LeadFormState } from './use-lead-form.ts'

/** How the last save ended, where it did not end well, with the way on; and input that was brought back. */
export function Outcome({ state }: { readonly state: LeadFormState }) {
  const { failure, unknown, checking, isRestored } = state
  const place = useRef<HTMLDivElement>(null)
  const isTrouble = failure !== null || unknown !== null || checking !== null
  useEffect(() => {
    if (isTrouble) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isTrouble])
  return (
    <div ref={place} className="flex scroll-mt-6 flex-col gap-4 not-has-[>:not(:empty)]:hidden">
      <SavedLine lead={state.lastSaved} />
      {checking !== null && <CheckingLine checking={checking} />}
      {isRestored && unknown === null && (
        <div role="status" className="flex flex-wrap items-center gap-x-4 rounded bg-sunken px-4 py-2">
          <span>{m.lead_form_draft_back()}</span>
          <Button look="link" disabled={state.isSaving} onClick={state.discard}>
            {m.lead_form_draft_drop()}
          </Button>
        </div>
      )}
      {unknown !== null && <UnknownOutcome state={state} sent={unknown} />}
      {failure?.kind === 'conflict' && <ConflictFace state={state} conflict={failure} />}
      {failure !== null && failure.kind !== 'conflict' && (
        <div className="rounded border border-line-strong bg-surface p-4">
          <PlainFailure state={state} />
        </div>
      )}
    </div>
  )
}

function PlainFailure({ state: { failure, seen, resume, save } }: { readonly state: LeadFormState }) {
  if (failure === null) return null
  if (failure.kind === 'not-found' && seen !== null) return <p role="alert">{m.lead_form_deleted()}</p>
  if (failure.kind === 'limited' && resume === undefined) {
    return <WaitLine until={failure.until} />
  }
  if (failure.kind === 'invalid') {
    const named = Object.entries(failure.fields).map(([field, message]) => `${fieldWord(field)} (${message})`)
    return <p role="alert">{m.lead_form_rejected({ fields: named.join(', ') || failure.message })}</p>
  }
  return <FailureFace failure={failure} askAgain={resume ?? save} />
}

function ConflictFace({ state, conflict }: { readonly state: LeadFormState; readonly conflict: Conflict }) {
  const yours = fromDraft(state.values)
  const fields = leadFields.filter((field): field is LeadField & keyof Lead => Object.hasOwn(conflict.theirs, field))
  return (
    <ConflictList
      conflicts={fields.map((field) => ({
        field,
        yours: yours[field],
        theirs: conflict.theirs[field],
        before: state.seen?.[field],
      }))}
      onKeepMine={(field) => state.resolveConflict(field, 'mine')}
      onTakeTheirs={(field) => state.resolveConflict(field, 'theirs')}
    />
  )
}

import type { FieldErrors, Resolver } from 'react-hook-form'
import { type DraftFault, type DraftFaults, faultsOf, type LeadDraft } from '#parts/lead/lead-draft.ts'
import { faultText } from './fields/fault-text.ts'

/** What the form holds: the draft, and the answers that closing a lead asks for. */
export interface FormValues extends LeadDraft {
  /** The explicit choice that a won lead has no value. */
  withoutValue: boolean
  /** Why a lead is lost, '' until chosen; it becomes a line of the notes. */
  lostReason: string
}

/** A draft before anybody answered anything. */
export function toFormValues(draft: LeadDraft): FormValues {
  return { ...draft, withoutValue: false, lostReason: '' }
}

interface StatusChange {
  readonly start: LeadDraft
  readonly draft: LeadDraft
  readonly isNew: boolean
}

/** True where saving makes the lead `status`: the moment to ask for what goes with it. */
export function becomes(status: 'won' | 'lost', { start, draft, isNew }: StatusChange): boolean {
  return draft.status === status && (isNew || start.status !== status)
}

export type FormFaults = DraftFaults & { readonly lostReason?: DraftFault }

/** Everything that keeps the form from being saved. */
export function formFaults(start: LeadDraft, values: FormValues, isNew: boolean): FormFaults {
  const change = { start, draft: values, isNew }
  const needsValue = becomes('won', change) && values.actualValue.trim() === '' && !values.withoutValue
  const needsReason = becomes('lost', change) && values.lostReason === ''
  return {
    ...faultsOf(start, values, isNew),
    ...(needsValue ? { actualValue: { kind: 'value' } } : {}),
    ...(needsReason ? { lostReason: { kind: 'reason' } } : {}),
  }
}

/** The checks of the form as react-hook-form asks for them. The wire's own schema stands behind them. */
export function formResolver(start: LeadDraft, isNew: boolean): Resolver<FormValues> {
  return (values) => {
    const faults = Object.entries(formFaults(start, values, isNew)) as [string, DraftFault][]
    if (faults.length === 0) return { values, errors: {} }
    const errors = Object.fromEntries(
      faults.map(([field, fault]) => [field, { type: fault.kind, message: faultText(fault) }]),
    )
    return { values: {}, errors: errors as FieldErrors<FormValues> }
  }
}

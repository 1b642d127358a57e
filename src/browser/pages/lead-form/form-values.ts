import type { FieldErrors, Resolver } from 'react-hook-form'
import { type DraftFault, type DraftFaults, faultsOf, type LeadDraft } from '#parts/lead/lead-draft.ts'
import { faultText } from './fields/fault-text.ts'

/** What the form holds: the draft, and the explicit choice that a won lead has no value. */
export interface FormValues extends LeadDraft {
  withoutValue: boolean
}

/** True where saving makes the lead won: the moment to ask for the value, because it is reported once. */
export function becomesWon(start: LeadDraft, draft: LeadDraft, isNew: boolean): boolean {
  return draft.status === 'won' && (isNew || start.status !== 'won')
}

/** Everything that keeps the form from being saved. */
export function formFaults(start: LeadDraft, values: FormValues, isNew: boolean): DraftFaults {
  const faults = faultsOf(start, values, isNew)
  const needsValue = becomesWon(start, values, isNew) && values.actualValue.trim() === '' && !values.withoutValue
  return needsValue ? { ...faults, actualValue: { kind: 'value' } } : faults
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

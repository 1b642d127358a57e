import { leadChanges } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { parseAmount } from './amount-input.ts'

/** What was typed as the amount that would be sent, null for none, or why it cannot be. */
export function readAmount(typed: string): { readonly value: number | null; readonly fault?: string } {
  const value = parseAmount(typed)
  if (value === 'invalid') return { value: null, fault: m.lead_form_fault_amount() }
  // What parses is never negative: the schema can only find it too large.
  const isTooLarge = !leadChanges.safeParse({ actualValue: value }).success
  return isTooLarge ? { value: null, fault: m.lead_form_fault_amount_large() } : { value }
}

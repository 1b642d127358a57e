import { leadChanges } from '#contract/lead.ts'
import * as m from '#words/m.ts'
import { parseAmount } from './amount-input.ts'

/** What was typed as the amount that would be sent, null for none, or why it cannot be. */
export function readAmount(typed: string): { readonly value: number | null; readonly fault?: string } {
  const value = parseAmount(typed)
  if (value === 'invalid' || !leadChanges.safeParse({ actualValue: value }).success) {
    return { value: null, fault: m.lead_form_fault_amount() }
  }
  return { value }
}

import type { DraftFault } from '#parts/lead/lead-draft.ts'
import * as m from '#words/m.ts'

/** A fault of a field in words. */
export function faultText(fault: DraftFault): string {
  switch (fault.kind) {
    case 'required':
      return m.lead_form_fault_required()
    case 'long':
      return m.lead_form_fault_long({ max: fault.max, over: fault.over })
    case 'email':
      return m.lead_form_fault_email()
    case 'phone':
      return m.lead_form_fault_phone()
    case 'uuid':
      return m.lead_form_fault_uuid()
    case 'amount':
      return m.lead_form_fault_amount()
    case 'amount-large':
      return m.lead_form_fault_amount_large()
    case 'value':
      return m.lead_form_fault_value()
    case 'reason':
      return m.status_lost_fault()
    case 'other':
      return m.lead_form_fault_other()
  }
}

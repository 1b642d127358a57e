import { latePart } from '#parts/late-part.ts'
import { isWideNow } from '#parts/use-wide.ts'

/** The two faces of the rows. A screen has one of them, and fetches no other. */
export const leadTable = latePart(() => loadTable().then((module) => module.LeadTable))
export const leadPhoneList = latePart(() => import('./lead-phone-list.tsx').then((module) => module.LeadPhoneList))

/** The columns' menu comes with its table. */
export const leadColumnsMenu = latePart<object>(() => loadTable().then((module) => module.LeadColumnsMenu))

function loadTable() {
  return import('./lead-table.tsx')
}

/** Fetches the face that this screen has room for: to be called with the page, not after it. */
export function fetchLeadRows(): void {
  void (isWideNow() ? leadTable : leadPhoneList).fetch()
}

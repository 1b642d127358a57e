import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { isEscape, useDocumentKey } from '../document-key.ts'
import { useFetchSoon } from '../fetch-soon.ts'
import { Late } from '../late.tsx'
import { latePart } from '../late-part.ts'
import { Pending } from '../pending.tsx'
import { useKeyHint } from '../shortcuts.tsx'
import type { LeadSheetProps } from './lead-sheet.tsx'
import { sheetClass } from './sheet-class.ts'

const leadSheet = latePart(() => import('./lead-sheet.tsx').then((module) => module.LeadSheet))

// Opened by its address, a lead is not to wait until its list is drawn.
if (/\/[^/]+\/[^/]+/.test(location.pathname)) void leadSheet.fetch()

/** The open lead. Its code is not the list's: it comes as soon as the page is idle, or at the latest when a lead is opened. */
export function LeadPanel(props: Omit<LeadSheetProps, 'id'> & { readonly id: string | null }) {
  useFetchSoon(leadSheet)
  const { id, onClose } = props
  useDocumentKey((event) => id !== null && isEscape(event), onClose)
  useKeyHint(id === null ? [] : ['Escape'], m.lead_panel_key_close())
  if (id === null) return null
  return <Late part={leadSheet} props={{ ...props, id }} fallback={<PendingSheet />} failing={<FailingSheet />} />
}

function FailingSheet() {
  return (
    <aside data-panel="" aria-label={m.lead_panel_missing()} className={sheetClass}>
      <p role="alert" className="p-5">
        {m.crash_text()}
      </p>
    </aside>
  )
}

function PendingSheet() {
  return (
    <aside data-panel="" aria-label={m.lead_panel_missing()} className={sheetClass}>
      <Pending className="p-5">
        <Skeleton lines={9} />
      </Pending>
    </aside>
  )
}

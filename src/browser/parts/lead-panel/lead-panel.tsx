import { lazy, Suspense } from 'react'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { useFetchSoon } from '../fetch-soon.ts'
import { Pending } from '../pending.tsx'
import type { LeadSheetProps } from './lead-sheet.tsx'
import { sheetClass } from './sheet-class.ts'

const load = () => import('./lead-sheet.tsx')
const LeadSheet = lazy(() => load().then((module) => ({ default: module.LeadSheet })))

// Opened by its address, a lead is not to wait until its list is drawn.
if (/\/[^/]+\/[^/]+/.test(location.pathname)) void load().catch(() => undefined)

/** The open lead. Its code is not the list's: it comes as soon as the page is idle, or at the latest when a lead is opened. */
export function LeadPanel(props: Omit<LeadSheetProps, 'id'> & { readonly id: string | null }) {
  useFetchSoon(load)
  const { id } = props
  if (id === null) return null
  return (
    <Suspense fallback={<PendingSheet />}>
      <LeadSheet {...props} id={id} />
    </Suspense>
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

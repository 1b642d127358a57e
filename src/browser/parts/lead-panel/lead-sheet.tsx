import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useLead } from '#queries/lead-detail.ts'
import { useLeadWrites } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { useShortcut } from '../shortcuts.tsx'
import { StatusControl } from '../status/status-control.tsx'
import { useLeadKeys } from '../status/use-lead-keys.ts'
import { useWide } from '../use-wide.ts'
import { isGone, LeadBody } from './lead-body.tsx'
import { PanelHeader, type PanelWalk } from './panel-header.tsx'
import { sheetClass } from './sheet-class.ts'

export interface LeadSheetProps {
  readonly id: string
  readonly walk: PanelWalk
  readonly canLoadMore: boolean
  readonly onLoadMore: () => void
  readonly onClose: () => void
  readonly onWalkTo: (id: string) => void
}

/**
 * One lead beside its list: not modal, the list goes on. Escape closes. On a phone a sheet over everything, with the status
 * at its foot, where the thumb is. J and K belong to the page, because they move in its list too.
 */
export function LeadSheet({ id, walk, canLoadMore, onLoadMore, onClose, onWalkTo }: LeadSheetProps) {
  const view = useLead(id)
  const navigate = useNavigate()
  const isWide = useWide()
  const editPath = `/leads/${encodeURIComponent(id)}/edit`
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  // Another lead of the walk begins at its top. In braces: newer browsers give a promise back, no way to clean up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the id is what it follows
  useEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [id])
  useShortcut(['e'], m.lead_panel_edit(), () => void navigate(editPath))
  const { data: lead, failure } = view
  useLeadKeys(lead ?? null)
  const gone = isGone(view, useLeadWrites(id))
  const title = lead === undefined ? (failure === null ? m.loading() : m.lead_panel_missing()) : leadName(lead)
  return (
    <aside data-panel="" aria-label={m.lead_panel_label({ name: title })} className={sheetClass}>
      <PanelHeader walk={walk} onClose={onClose} onWalkTo={onWalkTo} />
      <ProgressLine active={view.isRefreshing} />
      <div ref={body} className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">
        {walk.position !== null && walk.next === null && canLoadMore && (
          <p className="flex flex-wrap items-center gap-x-3 bg-sunken px-5 py-1.5 text-ink-2">
            {m.lead_panel_end()}
            <Button look="link" onClick={onLoadMore}>
              {m.lead_panel_more()}
            </Button>
          </p>
        )}
        <h2
          ref={heading}
          tabIndex={-1}
          dir="auto"
          className="wrap-anywhere mx-3 mt-3 w-fit max-w-[calc(100%-1.5rem)] rounded px-2 text-title focus-visible:-outline-offset-2 max-md:mt-4 max-md:text-[22px] max-md:leading-7 max-md:font-semibold"
        >
          {title}
        </h2>
        <LeadBody key={id} id={id} view={view} isWide={isWide} editPath={editPath} onClose={onClose} />
      </div>
      {!isWide && lead !== undefined && !gone && (
        <footer className="shrink-0 border-t border-line bg-surface px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <StatusControl lead={lead} />
        </footer>
      )}
    </aside>
  )
}

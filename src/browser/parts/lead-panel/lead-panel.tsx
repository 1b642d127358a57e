import { useEffect, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { useLead } from '#queries/lead-detail.ts'
import type { View } from '#queries/view.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { isEscape, useDocumentKey } from '../document-key.ts'
import { FailureFace } from '../failure/failure-face.tsx'
import { StatusMark } from '../lead/status-mark.tsx'
import { Pending } from '../pending.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { LeadFacts } from './lead-facts.tsx'
import type { WalkControl } from './use-walk.ts'

interface LeadPanelProps {
  readonly id: string
  readonly walk: Pick<WalkControl, 'position' | 'previous' | 'next' | 'total' | 'doneCount'>
  readonly canLoadMore: boolean
  readonly onLoadMore: () => void
  readonly onClose: () => void
  readonly onWalkTo: (id: string) => void
  /** Where all fields are edited. */
  readonly editPath: string
}

/** One lead beside its list: not modal, the list goes on. Escape closes. */
export function LeadPanel({ id, walk, canLoadMore, onLoadMore, onClose, onWalkTo, editPath }: LeadPanelProps) {
  const view = useLead(id)
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useDocumentKey(isEscape, onClose)
  useShortcut(['e'], m.lead_panel_edit(), () => void navigate(editPath))
  const title =
    view.data === undefined ? (view.failure === null ? m.loading() : m.lead_panel_missing()) : leadName(view.data)
  return (
    <aside
      data-panel=""
      aria-label={m.lead_panel_label({ name: title })}
      className="flex w-110 shrink-0 flex-col overflow-y-auto border-l border-line bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:max-w-full max-xl:shadow-float max-md:fixed max-md:inset-0 max-md:z-30 max-md:w-full max-md:border-0"
    >
      <header className="sticky top-0 z-10 flex items-center gap-1 bg-surface px-5 pt-4 pb-1">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 text-title outline-none">
          {title}
        </h2>
        <Position walk={walk} />
        <IconButton
          label={m.lead_panel_previous()}
          disabled={walk.previous === null}
          onClick={() => walk.previous !== null && onWalkTo(walk.previous)}
        >
          <Icon name="up" />
        </IconButton>
        <IconButton
          label={m.lead_panel_next()}
          disabled={walk.next === null}
          onClick={() => walk.next !== null && onWalkTo(walk.next)}
        >
          <Icon name="down" />
        </IconButton>
        <IconButton label={m.close()} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </header>
      <ProgressLine active={view.isRefreshing} />
      {walk.position !== null && walk.next === null && canLoadMore && (
        <p className="flex flex-wrap items-center gap-x-3 bg-sunken px-5 py-1.5 text-ink-2">
          {m.lead_panel_end()}
          <Button look="link" onClick={onLoadMore}>
            {m.lead_panel_more()}
          </Button>
        </p>
      )}
      <Body view={view} editPath={editPath} />
    </aside>
  )
}

function Position({ walk }: { readonly walk: LeadPanelProps['walk'] }) {
  const { numbers } = useDisplay()
  if (walk.position === null) return null
  const n = numbers.count(walk.position)
  return (
    <p role="status" className="tabular shrink-0 px-2 text-ink-3">
      {walk.total === null ? n : m.lead_panel_position({ n, total: numbers.count(walk.total) })}
    </p>
  )
}

function Body({ view, editPath }: { readonly view: View<Lead>; readonly editPath: string }) {
  const { data: lead, failure } = view
  if (lead === undefined && failure === null) {
    return (
      <Pending className="p-5">
        <Skeleton lines={9} />
      </Pending>
    )
  }
  return (
    <>
      {failure !== null && (
        <div className={lead === undefined ? 'p-5' : 'mx-5 my-2 rounded bg-warn-soft p-3'}>
          {failure.kind === 'not-found' ? (
            <p role="alert">{m.lead_panel_gone()}</p>
          ) : (
            <FailureFace failure={failure} askAgain={view.askAgain} />
          )}
        </div>
      )}
      {lead !== undefined && (
        <div className="flex flex-col gap-4 px-5 pb-6">
          <Since lead={lead} />
          <StatusMark status={lead.status} />
          <LeadFacts lead={lead} />
          <Link
            to={editPath}
            aria-keyshortcuts="E"
            className="inline-flex min-h-6 items-center gap-2 self-start font-medium text-accent hover:underline pointer-coarse:min-h-11"
          >
            {m.lead_panel_edit()}
            <KeyHint>E</KeyHint>
          </Link>
        </div>
      )}
    </>
  )
}

/** Code and when it began. */
function Since({ lead }: { readonly lead: Lead }) {
  const { dates } = useDisplay()
  const created = dates.dateTime(lead.createdAt)
  const parts = [lead.uniqueCode ?? '', created === '' ? '' : m.lead_panel_created({ time: created })]
  return <p className="tabular text-ink-3">{parts.filter((part) => part !== '').join(' · ')}</p>
}

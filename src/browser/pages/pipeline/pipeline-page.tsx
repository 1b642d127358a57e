import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { LeadPanel } from '#parts/lead-panel/lead-panel.tsx'
import { Page } from '#parts/page.tsx'
import { useKeyHint, useShortcut } from '#parts/shortcuts.tsx'
import { useLeadKeys } from '#parts/status/use-lead-keys.ts'
import { useFocusReturn } from '#parts/use-focus-return.ts'
import { useWide } from '#parts/use-wide.ts'
import { type CardStep, focusCard, stepCard } from '#ui/board/card-focus.ts'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { PipelineBoard } from './pipeline-board.tsx'
import { PipelineToolbar } from './pipeline-toolbar.tsx'
import { useBoard } from './use-board.ts'
import { useColumnWalk } from './use-column-walk.ts'
import { usePipelineView } from './use-pipeline-view.ts'

/** Columns that are in sight at first, and so asked for at first. */
const inSight = { wide: 6, phone: 2 } as const

/** `/pipeline` and `/pipeline/:id`: the board, and the open lead beside it. */
export function PipelinePage() {
  const control = usePipelineView()
  const isWide = useWide()
  const board = useBoard(control.view, isWide ? inSight.wide : inSight.phone)
  const { openId } = control
  const { walk, canLoadMore, loadMore } = useColumnWalk(board, openId)
  const root = useRef<HTMLDivElement>(null)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  // While a lead is open the keys are for that one, and its panel has them.
  // The open lead's keys are the panel's.
  const current = openId === null ? focusedId : null
  useLeadKeys(current === null ? null : (board.leads.get(current) ?? null), () =>
    current === null ? null : (root.current?.querySelector(`[data-card-id="${CSS.escape(current)}"]`) ?? null),
  )
  useKeyHint(current === null ? [] : ['Space'], m.pipeline_key_lift())
  const step = (key: string) => {
    const by = steps[key.toLowerCase()]
    if (by === undefined) return
    if (openId === null) return stepCard(root.current, by)
    const to = by === 'down' ? walk.next : by === 'up' ? walk.previous : null
    if (to !== null) control.walkTo(to)
  }
  useShortcut(['j', 'k', 'ArrowDown', 'ArrowUp'], m.pipeline_key_card(), (event) => step(event.key))
  useShortcut(['ArrowLeft', 'ArrowRight'], m.pipeline_key_column(), (event) => step(event.key))
  useFocusReturn(openId, (id) => focusCard(root.current, id))

  return (
    <Page
      title={m.nav_pipeline()}
      actions={
        <Link to="/leads/new" className={buttonClass('primary', 'max-md:hidden')}>
          <Icon name="plus" size={14} />
          {m.nav_new_lead()}
        </Link>
      }
    >
      <IgnoredLine parts={control.ignored} />
      <PipelineToolbar control={control} board={board} isWide={isWide} />
      <div className="relative flex min-h-0 flex-1">
        {/* A sheet covers everything on a phone: what lies behind it takes no focus. */}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col" inert={!isWide && openId !== null}>
          <PipelineBoard ref={root} control={control} board={board} isWide={isWide} onFocusCard={setFocusedId} />
        </div>
        <LeadPanel
          id={openId}
          walk={walk}
          onClose={control.close}
          onWalkTo={control.walkTo}
          canLoadMore={canLoadMore}
          onLoadMore={loadMore}
        />
      </div>
    </Page>
  )
}

const steps: Readonly<Record<string, CardStep>> = {
  j: 'down',
  arrowdown: 'down',
  k: 'up',
  arrowup: 'up',
  arrowleft: 'left',
  arrowright: 'right',
}

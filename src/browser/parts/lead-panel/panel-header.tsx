import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import type { WalkControl } from './use-walk.ts'

/** Where a lead stands in the walk through its list. */
export type PanelWalk = Pick<WalkControl, 'position' | 'previous' | 'next' | 'total' | 'doneCount'>

interface PanelHeaderProps {
  readonly walk: PanelWalk
  readonly onClose: () => void
  readonly onWalkTo: (id: string) => void
}

/** Stays in place while the lead scrolls: where one is, on, back and out. */
export function PanelHeader({ walk, onClose, onWalkTo }: PanelHeaderProps) {
  const { previous, next } = walk
  return (
    <header className="flex shrink-0 items-center gap-1 border-b border-line px-5 py-2 max-md:py-1.5">
      <Position walk={walk} />
      <IconButton
        label={m.lead_panel_previous()}
        aria-keyshortcuts="K"
        disabled={previous === null}
        onClick={() => previous !== null && onWalkTo(previous)}
      >
        <Icon name="up" />
      </IconButton>
      <IconButton
        label={m.lead_panel_next()}
        aria-keyshortcuts="J"
        disabled={next === null}
        onClick={() => next !== null && onWalkTo(next)}
      >
        <Icon name="down" />
      </IconButton>
      <IconButton label={m.close()} className="-mr-2" onClick={onClose}>
        <Icon name="close" />
      </IconButton>
    </header>
  )
}

function Position({ walk }: { readonly walk: PanelWalk }) {
  const { numbers } = useDisplay()
  const { position, total, doneCount } = walk
  const n = numbers.count(position)
  const parts = [
    position === null || total === null ? n : m.lead_panel_position({ n, total: numbers.count(total) }),
    doneCount === 0 ? '' : m.lead_panel_done({ n: numbers.count(doneCount) }),
  ]
  return (
    <p role="status" className="tabular min-w-0 flex-1 truncate text-ink-3">
      {parts.filter((part) => part !== '').join(' · ')}
    </p>
  )
}

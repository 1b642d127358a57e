import { useState } from 'react'
import { AsOf } from '#parts/async-view.tsx'
import { FilterChips } from '#parts/filter/filter-chips.tsx'
import { noFilters } from '#parts/filter/filter-codec.ts'
import { PhoneFilters } from '#parts/filter/phone-filters.tsx'
import { Late } from '#parts/late.tsx'
import { boardPill, liveMark } from '#parts/live/late-live.ts'
import { useShortcut } from '#parts/shortcuts.tsx'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import type { BoardData } from './use-board.ts'
import type { PipelineControl } from './use-pipeline-view.ts'

interface PipelineToolbarProps {
  readonly control: PipelineControl
  readonly board: BoardData
  readonly isWide: boolean
}

/** The filters of the table, and as of when the board is true. */
export function PipelineToolbar({ control, board, isWide }: PipelineToolbarProps) {
  const [isOpen, setOpen] = useState(false)
  useShortcut(['f'], m.leads_key_filter(), () => setOpen(true))
  const { filters } = control.view
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 md:px-6">
      {isWide ? (
        <FilterChips
          filters={filters}
          onChange={control.changeFilters}
          onClearAll={() => control.changeFilters(noFilters)}
          isPanelOpen={isOpen}
          onPanelOpenChange={setOpen}
        />
      ) : (
        <PhoneFilters filters={filters} onChange={control.changeFilters} isOpen={isOpen} onOpenChange={setOpen} />
      )}
      <span className="ml-auto">
        <Late part={boardPill} props={{ columns: board.asked, shownIds: new Set(board.leads.keys()) }} />
      </span>
      <span role="status">
        <AsOf asOf={board.asOf} />
        <Late part={liveMark} props={{ isBehind: true }} />
      </span>
      <IconButton label={m.refresh()} disabled={board.isRefreshing} onClick={board.askAgain}>
        <Icon name="sync" size={14} />
      </IconButton>
    </div>
  )
}

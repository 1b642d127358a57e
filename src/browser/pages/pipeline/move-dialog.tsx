import type { Lead } from '#contract/lead.ts'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { type BoardStatus, boardStatuses } from './board-statuses.ts'

interface MoveDialogProps {
  readonly lead: Lead
  readonly onMove: (status: BoardStatus) => void
  readonly onClose: () => void
}

const asks: Partial<Record<BoardStatus, () => string>> = { won: m.pipeline_won_asks, lost: m.pipeline_lost_asks }

/** Every place a card can go to: the same outcomes as dragging it there. */
export function MoveDialog({ lead, onMove, onClose }: MoveDialogProps) {
  return (
    <Dialog title={m.pipeline_move({ name: leadName(lead) })} closeLabel={m.close()} onClose={onClose}>
      <ul className="-mx-2 -mt-1 flex flex-col">
        {boardStatuses.map((status) => (
          <li key={status}>
            <button
              type="button"
              aria-current={lead.status === status ? 'true' : undefined}
              disabled={lead.status === status}
              className="flex min-h-9 w-full items-center justify-between gap-3 rounded px-2 text-left hover:bg-sunken disabled:text-ink-3 disabled:hover:bg-transparent pointer-coarse:min-h-11"
              onClick={() => onMove(status)}
            >
              <StatusMark status={status} />
              <span className="text-xs text-ink-3">{asks[status]?.()}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

import type { Lead } from '#contract/lead.ts'
import { failureText } from '#parts/failure/failure-text.ts'
import { type OwnWrite, saveStateOf } from '#queries/own-write.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { boardStatusOf } from './board-statuses.ts'

interface CardWriteProps {
  readonly lead: Lead
  readonly write: OwnWrite
  readonly isGhost: boolean
}

/** What is to be done about one's own change, on the card itself: the way back while there is one, why it failed. */
export function CardWrite({ lead, write, isGhost }: CardWriteProps) {
  const { undo, sendAgain, dismiss } = useWriteActions()
  const state = saveStateOf(write)
  const isTold = isGhost || state === 'failed' || (state === 'held' && !write.isUndoing)
  // How it stands is the save mark's to say, beside the name.
  if (state === null || !isTold) return null
  return (
    <div className="relative z-10 mt-1.5 flex flex-wrap items-center gap-x-3 border-t border-line pt-1.5 text-xs">
      {isGhost && <span className="text-ink-2">{leavingText(lead)}</span>}
      {state === 'held' && !write.isUndoing && (
        <Button look="link" className="ml-auto text-xs!" onClick={() => undo(write.id)}>
          {m.pipeline_undo()}
        </Button>
      )}
      {state === 'failed' && (
        <>
          <p role="alert" className="w-full text-bad">
            {m.pipeline_failed()} {write.failure !== null && failureText(write.failure)}
          </p>
          <Button look="link" className="text-xs!" onClick={() => sendAgain(write.id)}>
            {m.pipeline_send_again()}
          </Button>
          <Button look="link" className="text-xs!" onClick={() => dismiss(write.id)}>
            {m.pipeline_forget()}
          </Button>
        </>
      )}
    </div>
  )
}

function leavingText(lead: Lead): string {
  const to = boardStatusOf(lead.status)
  return to === 'won' || to === 'lost' ? m.pipeline_to({ status: statusWord(to) }) : m.pipeline_leaves_filter()
}

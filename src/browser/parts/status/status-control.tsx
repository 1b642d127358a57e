import type { Lead } from '#contract/lead.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { StatusMark } from '../lead/status-mark.tsx'
import { namedEventLine } from './event-line.ts'
import { nextStatus } from './next-status.ts'
import { SaveMark } from './save-mark.tsx'
import { StatusMenu } from './status-menu.tsx'
import { useRequestStatus } from './use-request-status.ts'

/** Where a lead stands and the step that usually comes next, with the event that step sends. */
export function StatusControl({ lead, className }: { readonly lead: Lead; readonly className?: string }) {
  const requestStatus = useRequestStatus()
  const next = nextStatus(lead.status)
  const isKnown = lead.status != null && lead.status !== ''
  return (
    <div data-status-bar="" className={classNames('flex flex-col gap-2', className)}>
      <div className="flex gap-2">
        <StatusMenu
          lead={lead}
          className={buttonClass('plain', classNames('min-w-0 max-md:h-12', next === null && 'flex-1'))}
        >
          <span className="sr-only">{m.status_menu()}: </span>
          {isKnown ? <StatusMark status={lead.status} /> : m.status_unset()}
          <SaveMark leadId={lead.id} field="status" />
          <span aria-hidden="true" className="text-xs">
            ▾
          </span>
        </StatusMenu>
        {next !== null && (
          <Button look="primary" className="min-w-0 flex-1 max-md:h-12" onClick={() => requestStatus(lead, next)}>
            <span className="truncate">{m.status_next({ status: statusWord(next) })}</span>
          </Button>
        )}
      </div>
      {next !== null && <p className="text-xs text-ink-3">{namedEventLine(next, lead.adPlatform)}</p>}
    </div>
  )
}

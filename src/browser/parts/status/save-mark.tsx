import type { ReactNode } from 'react'
import type { LeadField } from '#contract/lead.ts'
import { type OwnWrite, saveStateOf } from '#queries/own-write.ts'
import { useLeadWrites } from '#queries/own-writes.ts'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { useNow } from '../use-now.ts'
import { isOldNews } from './field-writes.ts'
import { SaveRing, secondsLeft } from './save-ring.tsx'
import { saveWord } from './save-word.ts'
import { tellingWrite } from './telling-write.ts'

interface SaveMarkProps {
  readonly leadId: string
  /** Only the changes of one field count; without it, all of them. */
  readonly field?: LeadField
  readonly className?: string
}

/** How the newest change of a lead stands, as small as a row or a card needs it. Nothing where all is well and told. */
export function SaveMark({ leadId, field, className }: SaveMarkProps) {
  const writes = useLeadWrites(leadId)
  const write = tellingWrite(
    field === undefined ? writes : writes.filter(({ changes }) => changes[field] !== undefined),
  )
  return write === undefined ? null : <Mark write={write} className={className} />
}

function Mark({ write, className }: { readonly write: OwnWrite; readonly className: string | undefined }) {
  const now = useNow(1000)
  const state = saveStateOf(write)
  if (state === null || (state === 'saved' && isOldNews(write, now))) return null
  const words = state === 'held' ? m.status_save_held({ seconds: secondsLeft(write, now) }) : saveWord(state)
  return (
    <span role="img" aria-label={words} title={words} className={classNames('inline-flex shrink-0', className)}>
      {state === 'held' && <SaveRing write={write} />}
      {state === 'saving' && <span className="size-3.25 animate-pulse rounded-full border-2 border-line-control" />}
      {state === 'saved' && <Icon name="check" size={13} className="text-good" />}
      {state === 'failed' && <Sign className="bg-bad">!</Sign>}
      {(state === 'unknown' || state === 'checking') && <Sign className="bg-warn">?</Sign>}
    </span>
  )
}

function Sign({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <span
      className={classNames(
        'flex size-3.25 items-center justify-center rounded-full text-[10px] leading-none font-semibold text-surface',
        className,
      )}
    >
      {children}
    </span>
  )
}

import { useState } from 'react'
import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { useLeadWrites } from '#queries/own-writes.ts'
import type { View } from '#queries/view.ts'
import { KeyHint } from '#ui/key-hint.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { AsOf } from '../async-view.tsx'
import { useDisplay } from '../display.tsx'
import { FailureFace } from '../failure/failure-face.tsx'
import { Late } from '../late.tsx'
import { liveMark } from '../live/late-live.ts'
import { LeadNotes } from '../notes/lead-notes.tsx'
import { Pending } from '../pending.tsx'
import { StatusControl } from '../status/status-control.tsx'
import { HowDidItGo } from '../whatsapp/how-did-it-go.tsx'
import { ContactButtons } from './contact-buttons.tsx'
import { CopyButton } from './copy-button.tsx'
import { ForeignChanges } from './foreign-changes.tsx'
import { LeadFacts } from './lead-facts.tsx'
import { LeadGone } from './lead-gone.tsx'
import { LeadTrouble, NoteTrouble } from './lead-trouble.tsx'

interface LeadBodyProps {
  readonly id: string
  readonly view: View<Lead>
  /** On a phone the status stands at the foot of the sheet instead. */
  readonly isWide: boolean
  readonly editPath: string
  readonly onClose: () => void
}

/** Everything of a lead beneath its name. What is known stays where the server fails. */
export function LeadBody({ id, view, isWide, editPath, onClose }: LeadBodyProps) {
  const { data: lead, failure } = view
  const [isEditing, setEditing] = useState(false)
  const writes = useLeadWrites(id)
  if (isGone(view, writes)) return <LeadGone id={id} onClose={onClose} />
  if (lead === undefined) {
    return failure === null ? (
      <Pending className="p-5">
        <Skeleton lines={9} />
      </Pending>
    ) : (
      <div className="p-5">
        <FailureFace failure={failure} askAgain={view.askAgain} />
      </div>
    )
  }
  return (
    <>
      <Since lead={lead} />
      {failure !== null && (
        <div className="mx-5 mb-3 rounded bg-warn-soft p-3">
          <FailureFace failure={failure} askAgain={view.askAgain} />
        </div>
      )}
      <LeadTrouble lead={lead} editPath={editPath} />
      <div className="flex flex-col gap-3 px-5 pb-4">
        {isWide && <StatusControl lead={lead} />}
        <ContactButtons lead={lead} />
      </div>
      <HowDidItGo lead={lead} />
      <ForeignChanges
        lead={lead}
        isBusy={isEditing || writes.some(({ endedAt }) => endedAt === null)}
        writes={writes}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether a field inside has the focus */}
      <div
        className="flex flex-col gap-4 px-5 pt-1 pb-6"
        onFocus={(event) => setEditing(event.target.matches('input, select, textarea'))}
        onBlur={() => setEditing(false)}
      >
        <LeadFacts lead={lead} />
        <Link
          to={editPath}
          aria-keyshortcuts="E"
          className="inline-flex min-h-6 items-center gap-2 self-start font-medium text-accent hover:underline pointer-coarse:min-h-11"
        >
          {m.lead_panel_edit()}
          <KeyHint>E</KeyHint>
        </Link>
        <LeadNotes lead={lead}>
          <NoteTrouble lead={lead} editPath={editPath} />
        </LeadNotes>
        <p className="text-ink-3">
          <AsOf asOf={view.asOf} />
          <Late part={liveMark} props={{ isBehind: true }} />
        </p>
      </div>
    </>
  )
}

/** Whether reading the lead found nothing, or a write did. */
export function isGone({ failure }: Pick<View<Lead>, 'failure'>, writes: readonly OwnWrite[]): boolean {
  return failure?.kind === 'not-found' || writes.some((write) => write.failure?.kind === 'not-found')
}

/** Code and when it began. */
function Since({ lead }: { readonly lead: Lead }) {
  const { dates } = useDisplay()
  const created = dates.dateTime(lead.createdAt)
  const code = lead.uniqueCode ?? ''
  return (
    <p className="tabular flex flex-wrap items-center gap-x-1.5 px-5 pb-3 text-ink-3">
      {code !== '' && (
        <>
          <span className="break-all">{code}</span>
          <CopyButton text={code} label={fieldWord('uniqueCode')} />
        </>
      )}
      {created !== '' && <span>{m.lead_panel_created({ time: created })}</span>}
    </p>
  )
}

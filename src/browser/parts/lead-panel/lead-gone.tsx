import { useId } from 'react'
import { endedWell } from '#queries/own-write.ts'
import { useLeadWrites, useWriteActions } from '#queries/own-writes.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { useNoteDraft, writeNoteDraft } from '../notes/note-draft.ts'
import { CopyButton } from './copy-button.tsx'
import { useWriteText } from './write-text.ts'

/** A lead that was deleted elsewhere: nothing more can be done to it, but what was typed can still be taken along. */
export function LeadGone({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const draft = useNoteDraft(id).trim()
  const writeText = useWriteText()
  const { dismiss } = useWriteActions()
  const unsaved = useLeadWrites(id).filter((write) => !endedWell(write))
  const kept = [
    ...(draft === '' ? [] : [{ key: 'draft', text: draft, discard: () => writeNoteDraft(id, '') }]),
    ...unsaved.map((write) => ({ key: write.id, text: writeText(write), discard: () => dismiss(write.id) })),
  ]
  const title = useId()
  return (
    <div className="flex flex-col items-start gap-4 p-5">
      <p role="alert">{m.lead_panel_gone()}</p>
      {kept.length > 0 && (
        <section aria-labelledby={title} className="flex w-full flex-col gap-2 border-t border-line pt-3">
          <h3 id={title} className="font-medium">
            {m.lead_panel_gone_kept()}
          </h3>
          {kept.map(({ key, text, discard }) => (
            <div key={key} className="flex items-start justify-between gap-3 rounded bg-sunken p-3">
              <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                {text}
              </p>
              <span className="flex shrink-0 items-center gap-1">
                <CopyButton text={text} label={m.lead_panel_gone_text()} />
                <IconButton label={m.lead_panel_discard()} className="-my-1.5" onClick={discard}>
                  <Icon name="close" />
                </IconButton>
              </span>
            </div>
          ))}
        </section>
      )}
      <Button look="link" onClick={onClose}>
        {m.lead_panel_to_list()}
      </Button>
    </div>
  )
}

import { useId } from 'react'
import { Link } from 'react-router'
import { useLeadWrites } from '#queries/own-writes.ts'
import * as m from '#words/m.ts'
import { useNoteDraft } from '../notes/note-draft.ts'
import { CopyButton } from './copy-button.tsx'
import { useWriteText } from './write-text.ts'

/** A lead that was deleted elsewhere: nothing more can be done to it, but what was typed can still be taken along. */
export function LeadGone({ id }: { readonly id: string }) {
  const draft = useNoteDraft(id)
  const writeText = useWriteText()
  const unsaved = useLeadWrites(id).filter(({ state }) => state !== 'saved' && state !== 'unchanged')
  const kept = [draft.trim(), ...unsaved.map(writeText)].filter((text) => text !== '')
  const title = useId()
  return (
    <div className="flex flex-col items-start gap-4 p-5">
      <p role="alert">{m.lead_panel_gone()}</p>
      {kept.length > 0 && (
        <section aria-labelledby={title} className="flex w-full flex-col gap-2 border-t border-line pt-3">
          <h3 id={title} className="font-medium">
            {m.lead_panel_gone_kept()}
          </h3>
          {kept.map((text) => (
            <div key={text} className="flex items-start justify-between gap-3 rounded bg-sunken p-3">
              <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                {text}
              </p>
              <CopyButton text={text} label={m.lead_panel_gone_text()} />
            </div>
          ))}
        </section>
      )}
      <Link to="/leads" className="inline-flex min-h-6 items-center font-medium text-accent hover:underline">
        {m.not_found_way()}
      </Link>
    </div>
  )
}

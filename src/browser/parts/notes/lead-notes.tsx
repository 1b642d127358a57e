import { type ReactNode, useId } from 'react'
import type { Lead } from '#contract/lead.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { NoteBox } from './note-box.tsx'
import { NoteList } from './note-list.tsx'

interface LeadNotesProps {
  readonly lead: Lead
  /** What did not go well of notes, between the box they came from and those that are there. */
  readonly children?: ReactNode
}

/** The box for one more note, and the notes there are. */
export function LeadNotes({ lead, children }: LeadNotesProps) {
  const title = useId()
  return (
    <section aria-labelledby={title} className="flex flex-col gap-4 border-t border-line pt-4">
      <h3 id={title} className="sr-only">
        {fieldWord('notes')}
      </h3>
      <NoteBox key={lead.id} lead={lead} />
      {children}
      <NoteList lead={lead} />
    </section>
  )
}

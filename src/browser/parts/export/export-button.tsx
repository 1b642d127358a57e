import { useState } from 'react'
import type { ExportNote } from '#contract/export-note.ts'
import { useNoteExport } from '#queries/export-note.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { failureText } from '../failure/failure-text.ts'
import { announce } from '../notice.tsx'
import { saveFile } from './save-file.ts'

export interface ExportFile {
  readonly name: string
  readonly content: Blob
}

interface ExportButtonProps {
  /** What is saved, in words. */
  readonly title: string
  readonly note: ExportNote
  readonly make: () => ExportFile | Promise<ExportFile>
}

const labels = { csv: m.export_csv, png: m.export_png } as const

/** Saves a file of this browser, once the server has its audit line. What goes wrong is said beside it. */
export function ExportButton({ title, note, make }: ExportButtonProps) {
  const noting = useNoteExport()
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    setFault(null)
    try {
      await noting.mutateAsync(note)
    } catch {
      // Told beside the button, from the mutation itself.
      return
    }
    try {
      const file = await make()
      saveFile(file.name, file.content)
      announce(m.export_saved({ name: file.name }))
    } catch {
      setFault(m.export_failed())
    }
  }
  const trouble = noting.error === null ? fault : failureText(noting.error.failure)
  return (
    <>
      <Button title={title} aria-label={title} disabled={noting.isPending} onClick={() => void save()}>
        {labels[note.form]()}
      </Button>
      {trouble !== null && (
        <span role="alert" className="text-xs text-bad">
          {trouble}
        </span>
      )}
    </>
  )
}

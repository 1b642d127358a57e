import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { copyText } from './copy-text.ts'
import { type Clearing, clearingFor } from './note-room.ts'

interface NotesFullProps {
  readonly notes: string | null | undefined
  /** The line that does not fit, or one of its length. */
  readonly line: string
  /** The removed notes are in the clipboard; these are the ones that stay. */
  readonly onCleared: (rest: string) => void
}

/** There is no room for one more note: the oldest can go, but never without being kept by the person first. */
export function NotesFull({ notes, line, onCleared }: NotesFullProps) {
  const [byHand, setByHand] = useState<Clearing | null>(null)
  const clearing = clearingFor(notes, line)
  if (clearing === null) return <p role="alert">{m.notes_no_room()}</p>
  const copy = async () => {
    if (await copyText(clearing.removed)) onCleared(clearing.rest)
    else setByHand(clearing)
  }
  return (
    <div role="alert" className="flex flex-col items-start gap-2 rounded bg-warn-soft p-3">
      <p>{clearing.count === 1 ? m.notes_full_one() : m.notes_full({ n: clearing.count })}</p>
      {byHand === null ? (
        <Button onClick={() => void copy()}>{m.notes_clear()}</Button>
      ) : (
        <>
          <p>{m.notes_copy_by_hand()}</p>
          <TextArea
            readOnly
            dir="auto"
            aria-label={m.notes_oldest()}
            value={byHand.removed}
            autoFocus
            onFocus={(event) => event.target.select()}
          />
          <Button onClick={() => onCleared(byHand.rest)}>{m.notes_clear_copied()}</Button>
        </>
      )}
    </div>
  )
}

import { useId, useRef } from 'react'
import type { Lead } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/input.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { isSendKey } from '../document-key.ts'
import { MeQuestion } from '../me/me-question.tsx'
import { useMe } from '../me/use-me.ts'
import { useShortcut } from '../shortcuts.tsx'
import { useNoteDraft, writeNoteDraft } from './note-draft.ts'
import { writeNoteLine } from './note-log.ts'
import { noteRoom } from './note-room.ts'
import { NotesFull } from './notes-full.tsx'
import { useNoteLine } from './use-note-line.ts'

/** Adds a note: a box of its own, kept until it is added, with the room that is left. */
export function NoteBox({ lead }: { readonly lead: Lead }) {
  const { numbers, zone } = useDisplay()
  const { name } = useMe()
  const { change } = useWriteActions()
  const noteLine = useNoteLine()
  const text = useNoteDraft(lead.id)
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  useShortcut(['n'], m.notes_key(), () => box.current?.focus())
  const isEmpty = text.trim() === ''
  // To measure: a line is as long in one minute as in any other.
  const line = isEmpty ? '' : writeNoteLine(text, { at: 0, zone, name })
  const room = noteRoom(lead.notes, line)
  const fits = room.state === 'free' || room.state === 'near'

  const send = (changes: { readonly notes?: string }) => {
    void change(lead, changes, noteLine(text))
    writeNoteDraft(lead.id, '')
  }
  const add = () => {
    if (!isEmpty && fits) send({})
  }

  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        {m.notes_add()}
      </label>
      <TextArea
        ref={box}
        id={id}
        dir="auto"
        rows={2}
        className="field-sizing-content max-h-60 min-h-15! scroll-mb-24"
        value={text}
        aria-invalid={fits ? undefined : true}
        aria-describedby={`${id}-room`}
        onChange={(event) => writeNoteDraft(lead.id, event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const isSend = isSendKey(event.nativeEvent)
          if (!isSend && event.key !== 'Escape') return
          // Escape leaves the box, not the lead: what was typed stays, and the keys of the panel work again.
          event.preventDefault()
          if (isSend) add()
          if (!isSend || fits) event.currentTarget.closest('[data-panel]')?.querySelector<HTMLElement>('h2')?.focus()
        }}
      />
      {!isEmpty && <MeQuestion reason={m.notes_me_reason()} />}
      <div className="flex items-center justify-between gap-3">
        <p id={`${id}-room`} className={fits ? 'tabular text-xs text-ink-3' : 'tabular text-xs font-medium text-bad'}>
          {m.notes_use({ n: numbers.count(room.length), most: numbers.count(limits.notes) })}
        </p>
        <Button
          look="primary"
          className="aria-disabled:opacity-50"
          aria-keyshortcuts="Control+Enter"
          aria-disabled={isEmpty || !fits}
          onClick={add}
        >
          {m.notes_add_button()}
          <KeyHint>Ctrl ↵</KeyHint>
        </Button>
      </div>
      <div role="status" className="text-ink-2">
        {room.state === 'near' && m.notes_near({ n: numbers.count(Math.max(0, limits.notes - room.length)) })}
        {room.state === 'too-long' && m.notes_too_long({ most: numbers.count(limits.notes) })}
      </div>
      {room.state === 'full' && <NotesFull notes={lead.notes} line={line} onCleared={(notes) => send({ notes })} />}
    </div>
  )
}

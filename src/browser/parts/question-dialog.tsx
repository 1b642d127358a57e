import type { FormEvent, ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import * as m from '#words/m.ts'

interface QuestionDialogProps {
  readonly title: string
  /** Before the title: decoration. */
  readonly mark?: ReactNode
  /** What the answer does. */
  readonly doText: string
  /** Another way out, at the left of the buttons. */
  readonly aside?: ReactNode
  /** The answer is given; whoever asked checks it, and closes. */
  readonly onAnswer: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One question in a dialog: Enter answers, Escape and Cancel leave everything as it was. */
export function QuestionDialog({ title, mark, doText, aside, onAnswer, onClose, children }: QuestionDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAnswer()
  }
  return (
    <Dialog title={title} mark={mark} closeLabel={m.close()} onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {children}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {aside}
          <Button className="max-md:flex-1" onClick={onClose}>
            {m.cancel()}
          </Button>
          <Button look="primary" type="submit" className="max-md:flex-1">
            {doText}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

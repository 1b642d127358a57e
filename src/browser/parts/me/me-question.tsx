import { useId } from 'react'
import { useMembers } from '#queries/members.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { MeChooser } from './me-chooser.tsx'
import { useMe } from './use-me.ts'

interface MeQuestionProps {
  /** What the answer is for, in a sentence. */
  readonly reason: string
}

/** Asks once, where it is first needed, which member this is. Nothing while nobody has a name: there is no choice then. */
export function MeQuestion({ reason }: MeQuestionProps) {
  const { isUnasked, putOff } = useMe()
  const { data: members } = useMembers()
  const label = useId()
  if (!isUnasked || !(members ?? []).some(({ name }) => name !== null && name !== '')) return null
  return (
    <div className="flex flex-col gap-2 rounded bg-sunken p-3">
      <div>
        <p id={label} className="font-medium">
          {m.me_question()}
        </p>
        <p className="text-xs text-ink-2">{reason}</p>
      </div>
      <div className="flex items-center gap-2">
        <MeChooser labelledBy={label} />
        <Button look="quiet" onClick={putOff}>
          {m.me_later()}
        </Button>
      </div>
    </div>
  )
}

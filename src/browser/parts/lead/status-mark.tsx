import { StageRing } from '#ui/stage-ring.tsx'
import { statusWord } from '#words/vocabulary-words.ts'
import { unknownText } from '../figures/range-text.ts'
import { stageOf } from './status-stage.ts'

interface StatusMarkProps {
  readonly status: string | null | undefined
  /** Instead of its word, where it is more than a state: "Won…". */
  readonly label?: string | undefined
}

/** A status as it stands everywhere: ring and word. A dash where it is not known. */
export function StatusMark({ status, label }: StatusMarkProps) {
  if (status == null || status === '') return <span>{unknownText}</span>
  const { shape, lane } = stageOf(status)
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <StageRing shape={shape} lane={lane} />
      <span className="truncate">{label ?? statusWord(status)}</span>
    </span>
  )
}

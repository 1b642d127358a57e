import { useNoteLine } from '#parts/notes/use-note-line.ts'
import { lostReasons, reasonNote } from '#parts/status/lost-reasons.ts'
import type { FormValues } from './form-values.ts'

/** The line that a chosen reason becomes in the notes, null without one. For handlers, not for drawing. */
export function useLostNote(): (values: Pick<FormValues, 'lostReason'>) => string | null {
  const noteLine = useNoteLine()
  return ({ lostReason }) => {
    const reason = lostReasons.find((one) => one === lostReason)
    return reason === undefined ? null : noteLine(reasonNote(reason))
  }
}

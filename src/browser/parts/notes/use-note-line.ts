import { useDisplay } from '../display.tsx'
import { useMe } from '../me/use-me.ts'
import { writeNoteLine } from './note-log.ts'

/** Writes a note as it goes to the top of a lead's notes: now, by the person at this browser. For handlers, not for drawing. */
export function useNoteLine(): (text: string) => string {
  const { zone } = useDisplay()
  const { name } = useMe()
  return (text) => writeNoteLine(text, { at: Date.now(), zone, name })
}

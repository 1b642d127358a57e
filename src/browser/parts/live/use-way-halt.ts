import { useStatus } from '#queries/status.ts'
import { useNow } from '../use-now.ts'
import { type WayHalt, wayHalt } from './budget-words.ts'

/** Once its time is over it is taken for gone when nothing more was heard for so long, in milliseconds. */
const overForMs = 3_000

/** What holds up every question to Konektor now, looked at anew every so many milliseconds. */
export function useWayHalt(everyMs: number): WayHalt | null {
  const { data, asOf } = useStatus()
  const now = useNow(everyMs)
  const halt = data === undefined || asOf === undefined ? null : wayHalt(data, asOf)
  return halt !== null && (halt.why === 'silent' || now < halt.until + overForMs) ? halt : null
}

import { useLive } from '#queries/live/use-live.ts'

/** Nothing to see: news come for as long as it is drawn. */
export function LiveStart() {
  useLive()
  return null
}

import { useKeyRefused } from '#queries/key-gate.ts'
import { useLiveLink } from '#queries/live/use-live.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { useIsOffline } from '../use-is-offline.ts'
import { useNow } from '../use-now.ts'
import { useWayHalt } from './use-way-halt.ts'

/** A stream that is lost for less comes back before anybody need know, in milliseconds. */
const saidAfterMs = 30_000

export interface LiveMarkProps {
  /** True where it stands behind other words of a line. */
  readonly isBehind: boolean
}

/**
 * Whether news come by themselves: "live", or since when they do not. Nothing before the first, nor while it is just lost,
 * nor while a strip says that nothing comes at all.
 */
export function LiveMark({ isBehind }: LiveMarkProps) {
  const { dates, numbers } = useDisplay()
  const { isUp, lostAt, pollEveryMs } = useLiveLink()
  const now = useNow(5_000)
  const isHalted = useWayHalt(5_000) !== null
  const isHeldUp = [useIsOffline(), useKeyRefused(), isHalted].some(Boolean)
  if (isHeldUp) return null
  if (isUp) {
    const title =
      pollEveryMs === null ? undefined : m.live_mark_title({ seconds: numbers.count(Math.round(pollEveryMs / 1000)) })
    return (
      <span className="text-xs text-ink-3" title={title}>
        {isBehind && ' · '}
        {m.live_mark()}
      </span>
    )
  }
  if (lostAt === null || now - lostAt < saidAfterMs) return null
  return (
    <span className="tabular text-xs font-medium text-warn" title={m.live_lost_title()}>
      {isBehind && ' · '}
      {m.live_lost({ time: dates.time(lostAt) })}
    </span>
  )
}

import { useStatus } from '#queries/status.ts'
import * as m from '#words/m.ts'
import { Ticking } from '../failure/ticking.tsx'
import { useNow } from '../use-now.ts'
import { type WayHalt, wayHalt } from './budget-words.ts'

/** Once its time is over it is taken for gone when nothing more was heard for so long, in milliseconds. */
const overForMs = 3_000

/** What holds up every question to Konektor, with the seconds until it goes on. */
export function WayStrip() {
  const { data, asOf } = useStatus()
  const halt = data === undefined || asOf === undefined ? null : wayHalt(data, asOf)
  const now = useNow(1_000)
  const isShown = halt !== null && (halt.why === 'silent' || now < halt.until + overForMs)
  // The place is there before the news is: a status that comes with its text may not be read out.
  return (
    <div role="status">
      {isShown && (
        <div className="flex min-h-7 items-center bg-warn-soft px-4 py-1 text-xs font-medium text-warn md:px-6">
          <Ticking until={halt.until} {...wordsOf(halt)} />
        </div>
      )}
    </div>
  )
}

function wordsOf({ why }: WayHalt) {
  return why === 'silent'
    ? {
        text: (seconds: number) => m.live_silent({ seconds }),
        spoken: m.live_silent_spoken(),
        over: m.live_silent_over(),
      }
    : {
        text: (seconds: number) => m.failure_limited({ seconds }),
        spoken: m.failure_limited_spoken(),
        over: m.live_limited_over(),
      }
}

import * as m from '#words/m.ts'
import { Ticking } from '../failure/ticking.tsx'
import type { WayHalt } from './budget-words.ts'
import { useWayHalt } from './use-way-halt.ts'

/** What holds up every question to Konektor, with the seconds until it goes on. */
export function WayStrip() {
  const halt = useWayHalt(1_000)
  // The place is there before the news is: a status that comes with its text may not be read out.
  return (
    <div role="status">
      {halt !== null && (
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

import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'

/** How long a screen waits for news before it is given what is kept, in milliseconds. */
const soonMs = 300

/**
 * The answer where it comes soon; else what is kept, if that may be given then. The call goes on for whoever asks next;
 * `late` is told its answer where what is kept was given instead.
 */
export function soonOrKept(
  clock: Clock,
  asked: Promise<UpstreamAnswer>,
  kept: () => UpstreamAnswer | null,
  late: (given: UpstreamAnswer, answer: UpstreamAnswer) => void,
): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(soonMs, () => {
      const given = kept()
      if (given === null) return
      resolve(given)
      asked.then(
        (answer) => late(given, answer),
        // Whoever asks next finds out for themselves.
        () => undefined,
      )
    })
    asked.then(resolve, reject).finally(cancel)
  })
}

import { createLeave, type LeaveSignal } from '../upstream/leave-signal.ts'
import { type Purpose, purposes, type UpstreamAnswer } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'

interface Flight {
  readonly answer: Promise<UpstreamAnswer>
  readonly leave: () => void
  readonly rank: number
  callers: number
}

/**
 * Equal reads under way are one (safety S23). A caller who leaves leaves alone; when all have left, the call ends. A read
 * does not join one that is less urgent than itself.
 */
export function createSharedFlights() {
  const flights = new Map<string, Flight>()

  /** `start` is given what ends the call when everybody has left. */
  function join(
    key: string,
    purpose: Purpose,
    start: (signal: LeaveSignal) => Promise<UpstreamAnswer>,
    signal: LeaveSignal | undefined,
  ): Promise<UpstreamAnswer> {
    if (signal?.aborted) return Promise.reject(new UpstreamFailure('left', false))
    const rank = purposes.indexOf(purpose)
    let flight = flights.get(key)
    if (flight === undefined || flight.rank > rank) flight = begin(key, rank, start)
    flight.callers += 1
    return signal === undefined ? flight.answer : untilLeft(key, flight, signal)
  }

  function begin(key: string, rank: number, start: (signal: LeaveSignal) => Promise<UpstreamAnswer>): Flight {
    const { signal, leave } = createLeave()
    const answer = start(signal).finally(() => forget(key, flight))
    // Nobody may be left to hear it fail.
    answer.catch(() => undefined)
    const flight: Flight = { answer, leave, rank, callers: 0 }
    flights.set(key, flight)
    return flight
  }

  function forget(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key)
  }

  function untilLeft(key: string, flight: Flight, signal: LeaveSignal): Promise<UpstreamAnswer> {
    return new Promise((resolve, reject) => {
      function leave(): void {
        reject(new UpstreamFailure('left', false))
        flight.callers -= 1
        if (flight.callers > 0) return
        forget(key, flight)
        flight.leave()
      }
      signal.addEventListener('abort', leave)
      flight.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
  }

  return {
    join,
    /** Whoever asks from now on begins anew; those under way get their answer. */
    forgetWhere(isOld: (key: string) => boolean): void {
      for (const key of [...flights.keys()]) if (isOld(key)) flights.delete(key)
    },
  }
}

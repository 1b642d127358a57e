import type { Forward, UpstreamAnswer, UpstreamCall } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { Clock } from '../writes/clock.ts'
import { retryAfterMs } from '../writes/retry-after.ts'

/** Leads in one look: a whole page. */
export const leadsInLook = 100

/** What changed last, past everything kept; the way's own rules (budget, breaker, refused key) hold as for any read. */
const look: UpstreamCall = {
  name: 'listLeads',
  query: { limit: leadsInLook, sortBy: 'updatedAt', sortOrder: 'desc' },
  purpose: 'look',
  anew: true,
}

export interface LeadPoll {
  /** Looks as long as it is on: at once, where the last look is long enough ago. */
  turn(on: boolean): void
  /** Plans anew: what the pace depends on has changed. */
  plan(): void
  /** The pace now, in milliseconds. */
  everyMs(): number
}

/** The one poll for all browsers: one look at a time, the next one a pace after the last began. */
export function createLeadPoll({
  clock,
  forward,
  everyMs,
  saw,
  fault,
}: {
  readonly clock: Clock
  readonly forward: Forward
  readonly everyMs: (failures: number) => number
  readonly saw: (answer: UpstreamAnswer) => void
  readonly fault: (thrown: unknown) => void
}): LeadPoll {
  let on = false
  let looking = false
  let failures = 0
  let lastAt = Number.NEGATIVE_INFINITY
  /** Epoch milliseconds before which the way has asked not to be asked. */
  let notBefore = Number.NEGATIVE_INFINITY
  let cancel: () => void = () => undefined

  function plan(): void {
    cancel()
    if (!on || looking) return
    const dueAt = Math.max(lastAt + everyMs(failures), notBefore)
    cancel = clock.after(Math.max(0, dueAt - clock.now()), () => void lookOnce())
  }

  async function lookOnce(): Promise<void> {
    looking = true
    lastAt = clock.now()
    try {
      const answer = await forward(look)
      if (answer.status < 300) {
        failures = 0
        saw(answer)
      } else if (answer.status === 429) wait(retryAfterMs(answer))
      else failures += 1
    } catch (thrown) {
      if (thrown instanceof UpstreamFailure) wait(thrown.retryAfterMs ?? 0)
      // A budget that is used up says by itself when to come again, and nothing of the upstream.
      if (!(thrown instanceof UpstreamFailure && thrown.kind === 'busy')) failures += 1
      fault(thrown)
    }
    looking = false
    plan()
  }

  function wait(ms: number): void {
    notBefore = clock.now() + ms
  }

  return {
    turn(isOn) {
      on = isOn
      plan()
    },
    plan,
    everyMs: () => everyMs(failures),
  }
}

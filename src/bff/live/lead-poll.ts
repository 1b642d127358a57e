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
  /** For a stop: a look that is on its way is called off, and none follows. */
  end(): void
}

/** The one poll for all browsers: one look at a time, the next one a pace after the last began. */
export function createLeadPoll({
  clock,
  forward,
  everyMs,
  mayLook,
  saw,
  fault,
}: {
  readonly clock: Clock
  readonly forward: Forward
  readonly everyMs: (failures: number) => number
  /** Whether it is this server's turn: of several one looks for all. */
  readonly mayLook: (forMs: number) => Promise<boolean>
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
  const ending = new AbortController()

  function plan(): void {
    cancel()
    if (!on || looking) return
    const dueAt = Math.max(lastAt + everyMs(failures), notBefore)
    cancel = clock.after(Math.max(0, dueAt - clock.now()), () => void lookOnce())
  }

  async function lookOnce(): Promise<void> {
    looking = true
    lastAt = clock.now()
    // Longer than to the next look, so that it stays with one while that one goes on.
    if (!(await mayLook(2 * everyMs(failures)))) return lookLater()
    try {
      const answer = await forward({ ...look, signal: ending.signal })
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
    lookLater()
  }

  function lookLater(): void {
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
    end() {
      on = false
      cancel()
      ending.abort()
    },
  }
}

import { agentHeaders } from '#contract/headers.ts'
import { type Plan, planLimits } from '#contract/vocabularies.ts'

const windowMs = 60_000

/**
 * Requests of a workspace in fixed one-minute windows, over all its keys. By the real clock unless `now` is another: not by
 * the workspace's, which may stand still.
 */
export class RateLimit {
  plan: Plan
  /** Replaces the plan's number; null: the plan's. */
  override: number | null
  /** What another key of the workspace spends a minute, evenly. */
  rivalPerMinute = 0
  readonly #now: () => number
  #windowStart = 0
  #used = 0

  constructor(plan: Plan, override: number | null, now: () => number = Date.now) {
    this.plan = plan
    this.override = override
    this.#now = now
  }

  get limit(): number {
    return this.override ?? planLimits[this.plan]
  }

  /** Counts one request; false when the window is used up. */
  take(): boolean {
    this.#turn()
    if (this.#spent() >= this.limit) return false
    this.#used += 1
    return true
  }

  headers(): Readonly<Record<string, string>> {
    this.#turn()
    return {
      [agentHeaders.rateLimit]: String(this.limit),
      [agentHeaders.rateRemaining]: String(Math.max(0, this.limit - this.#spent())),
      [agentHeaders.rateReset]: String((this.#windowStart + windowMs) / 1000),
    }
  }

  secondsToReset(): number {
    this.#turn()
    return Math.max(1, Math.ceil((this.#windowStart + windowMs - this.#now()) / 1000))
  }

  #spent(): number {
    return this.#used + Math.floor((this.rivalPerMinute * (this.#now() - this.#windowStart)) / windowMs)
  }

  #turn(): void {
    const start = Math.floor(this.#now() / windowMs) * windowMs
    if (start === this.#windowStart) return
    this.#windowStart = start
    this.#used = 0
  }
}

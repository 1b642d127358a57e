import { type Forward, type Purpose, purposeOf, type UpstreamAnswer } from '../../upstream/upstream-call.ts'
import type { Clock } from '../../writes/clock.ts'

export interface UpstreamModel {
  readonly limit: number
  /** `fixed`: as pinned for the sandbox; `rolling`: the strictest that the specification could mean. */
  readonly window: 'fixed' | 'rolling'
  /** From sending to the answer; a call arrives in the middle. */
  readonly latencyMs: () => number
  /** What the upstream's clock shows more than ours. */
  readonly clockOffsetMs?: number
}

export interface CountingUpstream {
  readonly forward: Forward
  /** Calls of ours as they came, refused ones too. */
  readonly arrivals: readonly { readonly atMs: number; readonly purpose: Purpose }[]
  /** Refuses the next calls with that Retry-After (null: none), which is given the upstream's time. */
  refuseNext(times: number, retryAfter: (nowMs: number) => string | null, remaining?: number): void
  /** Somebody else with a key of the same workspace. */
  rival(calls?: number): void
  /** Calls of ours that were over the limit. */
  tooOften(): number
  rivalTooOften(): number
}

/** An upstream that counts calls over all keys as Konektor does, and tells it in its headers. */
export function createCountingUpstream(clock: Clock, model: UpstreamModel): CountingUpstream {
  const arrivals: { atMs: number; purpose: Purpose }[] = []
  const counted: number[] = []
  const over = { ours: 0, rival: 0 }
  const offsetMs = model.clockOffsetMs ?? 0
  let refusal: { times: number; retryAfter: (nowMs: number) => string | null; remaining: number } | undefined

  const theirNow = () => clock.now() + offsetMs
  const windowStart = () => (model.window === 'fixed' ? Math.floor(theirNow() / 60_000) * 60_000 : theirNow() - 59_999)
  const used = () => counted.filter((at) => at >= windowStart()).length

  function countOne(): boolean {
    const isOver = used() >= model.limit
    counted.push(theirNow())
    return isOver
  }
  function answerOf(status: number, retryAfter: string | null, left: number): UpstreamAnswer {
    const resetAt = model.window === 'fixed' ? windowStart() + 60_000 : theirNow() + 60_000
    const headers: Record<string, string> = {
      'x-ratelimit-limit': String(model.limit),
      'x-ratelimit-remaining': String(left),
      'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)),
    }
    if (retryAfter !== null) headers['retry-after'] = retryAfter
    const json = status === 200 ? { success: true, data: [] } : { success: false }
    const times = { answeredAt: clock.now(), saidAt: Math.floor(theirNow() / 1000) * 1000 }
    return { status, headers, text: '', json, documented: true, ...times }
  }
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))

  return {
    arrivals,
    async forward(call) {
      const latencyMs = model.latencyMs()
      await wait(latencyMs / 2)
      arrivals.push({ atMs: clock.now(), purpose: purposeOf(call) })
      let answer: UpstreamAnswer
      if (refusal !== undefined && refusal.times > 0) {
        refusal.times -= 1
        answer = answerOf(429, refusal.retryAfter(theirNow()), refusal.remaining)
      } else if (countOne()) {
        over.ours += 1
        answer = answerOf(429, '30', 0)
      } else answer = answerOf(200, null, Math.max(0, model.limit - used()))
      await wait(latencyMs / 2)
      return { ...answer, answeredAt: clock.now() }
    },
    refuseNext: (times, retryAfter, remaining = 0) => {
      refusal = { times, retryAfter, remaining }
    },
    rival(calls = 1) {
      for (let one = 0; one < calls; one += 1) if (countOne()) over.rival += 1
    },
    tooOften: () => over.ours,
    rivalTooOften: () => over.rival,
  }
}

import type { Live } from '../live/open-live.ts'
import type { LogLine } from '../log-line.ts'
import type { Wrapper } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { WrappedWay } from '../wrappers.ts'
import type { Clock } from '../writes/clock.ts'
import { createCounters } from './counters.ts'

export interface Measures {
  /** Outermost: which reads were answered out of what is kept. */
  readonly seeReads: Wrapper
  /** Innermost: what really went to the upstream, and how it ended. */
  readonly seeCalls: Wrapper
  /** A request that was answered. */
  noteRequest(line: Pick<LogLine, 'method' | 'route' | 'status'>): void
  /** Numbers of now, read from those who know them. */
  watch(way: WrappedWay, live: Pick<Live, 'hub' | 'pollEveryMs'>): void
  text(): string
}

/** What the proxy tells a monitor: names and numbers of our own tables, nothing of a person. */
export function createMeasures(clock: Clock): Measures {
  const counters = createCounters()
  const requests = counters.counter('konektor_requests_total', 'Requests answered, by route and status.')
  const reads = counters.counter('konektor_reads_total', 'Reads of the Agent API answered: asked, fresh or stale.')
  const calls = counters.counter('konektor_upstream_calls_total', 'Calls to the upstream, by endpoint and outcome.')
  const seconds = counters.counter('konektor_upstream_seconds_total', 'Seconds spent waiting for the upstream.')

  return {
    seeReads: (next) => async (call) => {
      const answer = await next(call)
      if (call.purpose !== 'write') reads.add({ endpoint: call.name, from: answer.kept ?? 'upstream' })
      return answer
    },
    seeCalls: (next) => async (call) => {
      const from = clock.now()
      let outcome = 'unforeseen'
      try {
        const answer = await next(call)
        outcome = String(answer.status)
        return answer
      } catch (failure) {
        if (failure instanceof UpstreamFailure) outcome = failure.kind
        throw failure
      } finally {
        calls.add({ endpoint: call.name, outcome })
        seconds.add({ endpoint: call.name }, (clock.now() - from) / 1000)
      }
    },
    noteRequest: ({ method = 'none', route = 'none', status = 0 }) =>
      requests.add({ method, route, status: String(status) }),
    watch({ scheduler, breaker, cache, refusedKey }, live) {
      const budget = () => scheduler.facts()
      const { gauge } = counters
      gauge(
        'konektor_budget_limit',
        'Calls a minute over all keys; 0 where no answer has told.',
        () => budget().limit ?? 0,
      )
      gauge('konektor_budget_left', 'Calls that can still be made now.', () => budget().left)
      gauge('konektor_budget_ours', 'Our calls of the last minute.', () => budget().ours)
      gauge('konektor_budget_others', 'Calls of others in a minute, as far as known.', () => budget().others)
      gauge('konektor_breaker_open', '1 while the upstream is not asked.', () =>
        Number(breaker.facts().state === 'open'),
      )
      gauge('konektor_key_refused', '1 while the upstream refuses the key.', () => Number(refusedKey.isRefused()))
      gauge('konektor_cache_bytes', 'Memory of kept answers.', () => cache.facts().bytes)
      gauge('konektor_cache_entries', 'Kept answers.', () => cache.facts().entries)
      gauge('konektor_live_streams', 'Open live streams.', () => live.hub.streams)
      gauge(
        'konektor_live_poll_seconds',
        'Seconds from one look at the upstream to the next; 0 without a stream.',
        () => live.pollEveryMs() / 1000,
      )
    },
    text: counters.text,
  }
}

import { expect, test } from 'vitest'
import { buildBff, canaryKey } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { createCounters } from './counters.ts'

const upstream = await upstreamForTests()

test('the metrics tell what was asked, kept and sent, in Prometheus’ format, and nothing of a person or the key', async () => {
  const { ask, bff } = buildBff(upstream)
  await ask('GET', '/api/v2/agent/leads?search=Zainuddin')
  await ask('GET', '/api/v2/agent/leads?search=Zainuddin')
  await ask('GET', '/api/v2/agent/leads/nobody')
  await ask('GET', '/nowhere/Zainuddin')
  const text = bff.metrics()
  const lines = text.trimEnd().split('\n')
  for (const line of lines) {
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{(?:[a-z]+="[^"\n]*",?)+\})? [\d.e+-]+)$/)
  }
  expect(lines).toContain('konektor_reads_total{endpoint="listLeads",from="fresh"} 1')
  expect(lines).toContain('konektor_upstream_calls_total{endpoint="listLeads",outcome="200"} 1')
  expect(lines).toContain('konektor_upstream_calls_total{endpoint="getLead",outcome="404"} 1')
  expect(lines).toContain('konektor_requests_total{method="GET",route="/api/v2/agent/leads",status="200"} 2')
  expect(lines).toContain('konektor_requests_total{method="none",route="none",status="404"} 1')
  expect(lines).toContain('konektor_budget_limit 1000000')
  expect(lines).toContain('konektor_budget_ours 2')
  expect(lines).toContain('konektor_breaker_open 0')
  expect(lines).toContain('konektor_cache_entries 1')
  expect(lines).toContain('konektor_live_streams 0')
  expect(lines).toContain('konektor_live_poll_seconds 0')
  expect(text).not.toMatch(/Zainuddin|nobody/)
  expect(text).not.toContain(canaryKey.slice(0, 8))
})

test('a label cannot break out of its line', () => {
  const counters = createCounters()
  counters.counter('a_total', 'A.').add({ name: 'x"} 1\nevil 2\\' })
  expect(counters.text()).toBe('# HELP a_total A.\n# TYPE a_total counter\na_total{name="x_} 1_evil 2_"} 1\n')
})

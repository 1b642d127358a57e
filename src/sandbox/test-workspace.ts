import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from './start-sandbox.ts'
import { createTestDatabase } from './test-database.ts'

/** Tuesday afternoon in Jakarta. */
export const testNow = Date.parse('2026-11-24T08:30:00.000Z')

export interface TestAnswer {
  readonly status: number
  readonly headers: Headers
  // Tests look into answers freely; the contract's schemas check their shape where that is the point.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
}

export interface TestWorkspace {
  readonly sandbox: Sandbox
  /** Calls the API with the key, unless `init` has other headers. */
  call(path: string, init?: RequestInit): Promise<TestAnswer>
  send(method: string, path: string, body: unknown): Promise<TestAnswer>
  control(name: string, body: unknown): Promise<TestAnswer>
  /** Rows of one SELECT. */
  rows(sql: string, params?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

/**
 * A small sandbox in memory with a fixed clock and hardly any limit, for tests. Where `TEST_ENGINE` says so (a second
 * run of the same tests), it works in a database of its own on a server instead.
 */
export async function openTestWorkspace(options: SandboxOptions = {}): Promise<TestWorkspace> {
  const onServer = process.env.TEST_ENGINE === 'PostgreSQL' && options.directory == null && options.databaseUrl == null
  const database = onServer ? await createTestDatabase() : null
  const place = database === null ? {} : { databaseUrl: database.url }
  const started = await startSandbox({ leads: 300, limit: 1_000_000, now: testNow, ...place, ...options })
  const sandbox: Sandbox = {
    ...started,
    close: async () => {
      await started.close()
      await database?.drop()
    },
  }
  const authorization = `Bearer ${sandbox.key}`
  const json = { authorization, 'content-type': 'application/json' }
  const call = (path: string, init?: RequestInit) =>
    read(fetch(`http://127.0.0.1:${sandbox.port}/api/v2/agent/${path}`, { headers: { authorization }, ...init }))
  const control = (name: string, body: unknown) =>
    read(
      fetch(`http://127.0.0.1:${sandbox.controlPort}/control/${name}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(body),
      }),
    )
  return {
    sandbox,
    call,
    control,
    send: (method, path, body) => call(path, { method, headers: json, body: JSON.stringify(body) }),
    rows: async (sql, params = []) => {
      const answer = await control('query', { sql, params })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body.rows
    },
  }
}

/** Throws where an answer does not have the shape that the contract gives its operation. */
export function expectContract(name: AgentEndpointName, answer: TestAnswer): void {
  const endpoint: Endpoint = agentEndpoints[name]
  if (answer.status !== endpoint.status)
    throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  endpoint.response?.parse(answer.body)
}

async function read(pending: Promise<Response>): Promise<TestAnswer> {
  const response = await pending
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

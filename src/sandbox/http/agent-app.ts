import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { agentHeaders } from '#contract/headers.ts'
import { addReference, isDocument } from '../reference/reference-routes.ts'
import { AgentError, notFound } from './agent-error.ts'
import { type AgentContext, agentHandlers } from './agent-handlers.ts'
import { faultyAnswers } from './faulty-answers.ts'
import type { KeyRing } from './key-ring.ts'
import { parseInput } from './parse-input.ts'
import type { RateLimit } from './rate-limit.ts'
import { readJson } from './strict-json.ts'

/** Who may do what; the control port changes it while running. */
export interface Access {
  readonly keys: KeyRing
  readonly rateLimit: RateLimit
}

type AnyHandler = (input: unknown, context: AgentContext) => Promise<unknown>

/** The twelve operations over HTTP. `onFault` hears of what became an INTERNAL_ERROR. */
export function agentApp(
  context: AgentContext,
  access: Access,
  onFault: (error: unknown, requestId: string) => void,
): Hono {
  const app = new Hono()
  const requestIds = new WeakMap<Request, string>()
  const idOf = (c: Context) => requestIds.get(c.req.raw) ?? ''

  app.use(async (c, next) => {
    const id = randomUUID()
    requestIds.set(c.req.raw, id)
    // Hono answers HEAD by GET; the specification has no HEAD.
    if (c.req.method === 'HEAD') throw notFound()
    await next()
    if (!isDocument(c.req.path)) setHeaders(c, id, access.rateLimit)
  })

  addReference(app)
  app.use(faultyAnswers(context.faults))

  for (const name of Object.keys(agentEndpoints) as AgentEndpointName[]) {
    const endpoint: Endpoint = agentEndpoints[name]
    // The table is total and typed; the loop over it is not.
    const handler = agentHandlers[name] as AnyHandler
    app.on(endpoint.method, endpoint.path, async (c) => {
      if (name === 'skill') {
        return c.body(String(await handler({}, context)), 200, { 'content-type': 'text/markdown; charset=utf-8' })
      }
      admit(c.req.raw, access, endpoint, context.clock.now())
      const answer = await handler(await readInput(c, endpoint), context)
      return c.json(answer as object, endpoint.status as ContentfulStatusCode)
    })
  }
  app.notFound((c) => {
    // Who has a key is counted, who has none learns nothing else.
    if (access.keys.has(c.req.raw, context.clock.now())) countIn(access.rateLimit)
    throw notFound()
  })
  app.onError((error, c) => {
    const known = error instanceof AgentError ? error : new AgentError('INTERNAL_ERROR', 'Unexpected server error')
    if (known !== error) onFault(error, idOf(c))
    setHeaders(c, idOf(c), access.rateLimit)
    if (known.retryAfterSeconds !== null) c.header(agentHeaders.retryAfter, String(known.retryAfterSeconds))
    const { code, message, details } = known
    return c.json({ success: false, error: { code, message, details } }, known.status as ContentfulStatusCode)
  })
  return app
}

function setHeaders(c: Context, id: string, rateLimit: RateLimit): void {
  c.header(agentHeaders.requestId, id)
  for (const [name, value] of Object.entries(rateLimit.headers())) c.header(name, value)
}

/** Key, then limit, then scope: a known key is counted whatever comes of it. */
function admit(request: Request, { keys, rateLimit }: Access, { scope }: Endpoint, now: number): void {
  const { scopes } = keys.of(request, now)
  countIn(rateLimit)
  if (scope !== null && !scopes.includes(scope)) {
    throw new AgentError('FORBIDDEN', `The API key lacks the scope ${scope}`, { details: { scope } })
  }
}

function countIn(rateLimit: RateLimit): void {
  if (rateLimit.take()) return
  throw new AgentError('RATE_LIMITED', 'Rate limit exceeded', { retryAfterSeconds: rateLimit.secondsToReset() })
}

async function readInput(c: Context, endpoint: Endpoint): Promise<unknown> {
  return {
    // Any text may stand in the path: an unknown id is 404, never 400.
    params: c.req.param(),
    query: endpoint.query === undefined ? {} : parseInput(endpoint.query, c.req.query(), 'query'),
    ...(endpoint.body === undefined ? {} : { body: parseInput(endpoint.body, await readJson(c.req.raw), 'body') }),
  }
}

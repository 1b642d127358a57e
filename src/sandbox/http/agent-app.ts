import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { agentHeaders } from '#contract/headers.ts'
import type { Scope } from '#contract/vocabularies.ts'
import { addReference, isDocument } from '../reference/reference-routes.ts'
import { AgentError, notFound } from './agent-error.ts'
import { type AgentContext, agentHandlers } from './agent-handlers.ts'
import { dropReplies } from './dropped-replies.ts'
import { parseInput } from './parse-input.ts'
import type { RateLimit } from './rate-limit.ts'
import { readJson } from './strict-json.ts'

/** Who may do what; the control port changes it while running. */
export interface Access {
  readonly key: string
  scopes: readonly Scope[]
  readonly rateLimit: RateLimit
  /** So many of the next good writes get no answer. */
  droppedReplies: number
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

  app.use(dropReplies(access))
  addReference(app)

  for (const name of Object.keys(agentEndpoints) as AgentEndpointName[]) {
    const endpoint: Endpoint = agentEndpoints[name]
    // The table is total and typed; the loop over it is not.
    const handler = agentHandlers[name] as AnyHandler
    app.on(endpoint.method, endpoint.path, async (c) => {
      if (name === 'skill') {
        return c.body(String(await handler({}, context)), 200, { 'content-type': 'text/markdown; charset=utf-8' })
      }
      admit(c.req.raw, access, endpoint.scope)
      const answer = await handler(await readInput(c, endpoint), context)
      return c.json(answer as object, endpoint.status as ContentfulStatusCode)
    })
  }
  app.notFound((c) => {
    admitUnknown(c.req.raw, access)
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
function admit(request: Request, access: Access, scope: Scope | null): void {
  if (!hasKey(request, access.key)) throw new AgentError('UNAUTHORIZED', 'Missing or invalid API key')
  if (!access.rateLimit.take()) {
    throw new AgentError('RATE_LIMITED', 'Rate limit exceeded', {
      retryAfterSeconds: access.rateLimit.secondsToReset(),
    })
  }
  if (scope !== null && !access.scopes.includes(scope)) {
    throw new AgentError('FORBIDDEN', `The API key lacks the scope ${scope}`, { details: { scope } })
  }
}

function admitUnknown(request: Request, access: Access): void {
  if (hasKey(request, access.key)) admit(request, access, null)
}

/** Compares in constant time. */
export function hasKey(request: Request, key: string): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(key))
}

async function readInput(c: Context, endpoint: Endpoint): Promise<unknown> {
  return {
    // Any text may stand in the path: an unknown id is 404, never 400.
    params: c.req.param(),
    query: endpoint.query === undefined ? {} : parseInput(endpoint.query, c.req.query(), 'query'),
    ...(endpoint.body === undefined ? {} : { body: parseInput(endpoint.body, await readJson(c.req.raw), 'body') }),
  }
}

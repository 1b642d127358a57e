import type * as z from 'zod/mini'
import type { Endpoint } from '#contract/endpoint.ts'
import { agentHeaders, dashboardHeader, lastEventIdHeader } from '#contract/headers.ts'
import { liveTimes } from '#contract/live.ts'
import { failedAnswer, send } from './call.ts'
import { ContractError } from './contract-error.ts'
import { createEventLines, type StreamMessage } from './event-lines.ts'
import { HttpError } from './http-error.ts'
import { NetworkError } from './network-error.ts'

/** A row of a table whose answer does not end. */
export interface StreamEndpoint extends Endpoint {
  readonly event: z.ZodMiniType
}

export interface Streamed<E extends StreamEndpoint> {
  /** What to go on from: the server's name for the place in the stream. */
  readonly id: string
  /** null for a kind that this version does not know: there is nothing to do but to go on. */
  readonly event: z.output<E['event']> | null
}

/** A stream that says nothing for so long, not even a comment, is dead whatever the connection looks like; milliseconds. */
const silentForMs = 3 * liveTimes.heartbeatMs

/**
 * Reads events of this dashboard's own origin as they come, from behind `lastEventId` on. Ends where the server ends it.
 * Throws `HttpError`, `NetworkError` or `ContractError`; an abort ends it too.
 */
export async function* stream<E extends StreamEndpoint>(
  endpoint: E,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<Streamed<E>> {
  const leaving = new AbortController()
  const leave = () => leaving.abort()
  signal.addEventListener('abort', leave)
  let silence = setTimeout(leave, silentForMs)
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(leave, silentForMs)
  }
  try {
    const headers = {
      [dashboardHeader.name]: dashboardHeader.value,
      ...(lastEventId === null ? {} : { [lastEventIdHeader]: lastEventId }),
    }
    const { body, requestId } = await open(endpoint, { headers, signal: leaving.signal })
    heard()
    const reader = body.pipeThrough(new TextDecoderStream()).getReader()
    const toMessages = createEventLines()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      for (const message of toMessages(value)) yield read(endpoint, message, requestId)
    }
  } catch (error) {
    if (error instanceof HttpError || error instanceof ContractError || error instanceof NetworkError) throw error
    if (!signal.aborted) throw new NetworkError('The stream broke', { cause: error })
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', leave)
    leave()
  }
}

async function open(endpoint: Endpoint, init: RequestInit) {
  const response = await send(endpoint.path, { ...init, method: endpoint.method, cache: 'no-store', redirect: 'error' })
  const requestId = response.headers.get(agentHeaders.requestId)
  if (!response.ok) throw await failedAnswer(response)
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  if (!isStream || response.body === null) throw new ContractError('Not a stream of events', requestId)
  return { body: response.body as ReadableStream<BufferSource>, requestId }
}

function read<E extends StreamEndpoint>(
  endpoint: E,
  { id, data }: StreamMessage,
  requestId: string | null,
): Streamed<E> {
  let json: unknown
  try {
    json = JSON.parse(data)
  } catch {
    throw new ContractError('An event that is not JSON', requestId)
  }
  const parsed = endpoint.event.safeParse(json)
  if (parsed.success) return { id, event: parsed.data as z.output<E['event']> }
  const issue = parsed.error.issues[0]
  if (issue?.code === 'invalid_union' && isTextual(json, issue.path[0])) return { id, event: null }
  throw new ContractError(issue?.message ?? 'An event that nothing describes', requestId)
}

/** A kind of event that came with a later version, told from one that says nothing of its kind. */
function isTextual(json: unknown, field: PropertyKey | undefined): boolean {
  return (
    typeof json === 'object' && json !== null && typeof (json as Record<PropertyKey, unknown>)[field ?? ''] === 'string'
  )
}

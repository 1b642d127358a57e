import type { AnswerOf, Endpoint, InputOf } from '#contract/endpoint.ts'
import { fillTarget } from '#contract/endpoint.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { ageHeader, agentHeaders, dashboardHeader, purposeHeader, type ReadPurpose } from '#contract/headers.ts'
import { ContractError } from './contract-error.ts'
import { HttpError } from './http-error.ts'
import { NetworkError } from './network-error.ts'

/** A parsed answer with when its facts were true and which request brought it. */
export interface Answered<E extends Endpoint> {
  readonly body: AnswerOf<E>
  /** Epoch milliseconds at which the upstream answered: now, less the proxy's `age`. */
  readonly asOf: number
  readonly requestId: string | null
  /** What the server's clock said, the `Date` header, and when it was heard here (epoch milliseconds). */
  readonly clock: { readonly date: string | null; readonly heardAt: number; readonly tookMs: number }
}

/**
 * Calls one endpoint of a table on this dashboard's own origin and parses the answer against the contract.
 * Throws `HttpError`, `NetworkError` or `ContractError`; an abort is passed on as the browser gives it.
 * `purpose`: what a read is for, where not simply for the screen.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
  purpose?: ReadPurpose,
): Promise<Answered<E>> {
  const parts = input as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }
  const askedAt = Date.now()
  const response = await send(fillTarget(endpoint, parts), {
    method: endpoint.method,
    headers: {
      [dashboardHeader.name]: dashboardHeader.value,
      ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(purpose === undefined ? {} : { [purposeHeader]: purpose }),
    },
    body: parts.body === undefined ? null : JSON.stringify(parts.body),
    cache: 'no-store',
    redirect: 'error',
    ...(signal === undefined ? {} : { signal }),
  })
  // Before the body, which may take its time.
  const heardAt = Date.now()
  const requestId = response.headers.get(agentHeaders.requestId)
  if (!response.ok) throw await failedAnswer(response)
  const body = await readJson(response, requestId)
  const parsed = endpoint.response?.safeParse(body)
  if (parsed === undefined || !parsed.success) {
    throw new ContractError(parsed?.error.issues[0]?.message ?? 'No answer is described', requestId)
  }
  const ageS = Number(response.headers.get(ageHeader) ?? 0)
  return {
    body: parsed.data as AnswerOf<E>,
    asOf: Date.now() - (Number.isFinite(ageS) ? ageS * 1000 : 0),
    requestId,
    clock: { date: response.headers.get('date'), heardAt, tookMs: heardAt - askedAt },
  }
}

/** `fetch` of this dashboard's own origin: no answer is a `NetworkError`, an abort stays what it is. */
export async function send(target: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(target, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new NetworkError('No answer from this dashboard', { cause: error })
  }
}

async function readJson(response: Response, requestId: string | null): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new ContractError(`Not JSON (HTTP ${response.status})`, requestId)
  }
}

/** What an answer with an error status says. */
export async function failedAnswer(response: Response): Promise<HttpError | ContractError> {
  const requestId = response.headers.get(agentHeaders.requestId)
  const parsed = errorAnswer.safeParse(await readJson(response, requestId))
  if (!parsed.success) return new ContractError(`Not an error answer (HTTP ${response.status})`, requestId)
  const { code, message, details } = parsed.data.error
  const retryAfter = response.headers.get(agentHeaders.retryAfter)
  const retryAfterS = retryAfter !== null && /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : null
  return new HttpError({ status: response.status, code, message, details, requestId, retryAfterS })
}

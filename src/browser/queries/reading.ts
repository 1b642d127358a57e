import { queryOptions } from '@tanstack/react-query'
import type { AnswerOf, Endpoint, InputOf } from '#contract/endpoint.ts'
import { ask } from './ask.ts'
import { purposeOfRead } from './asked-anew.ts'
import type { FailedCall } from './failed-call.ts'
import type { Dated } from './view.ts'

type DataOf<E extends Endpoint> = AnswerOf<E> extends { data: infer D } ? D : never

/** The query of one GET endpoint: `[room, …input]` as its key, the answer's `data` with its date as its value. */
export function reading<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  key: readonly [string, ...unknown[]],
  staleTime: number,
  /** False holds the question back: the view is pending until it may be asked. */
  enabled = true,
  /** What the question waits for before it leaves. */
  ready: (signal: AbortSignal) => Promise<void> = async () => undefined,
) {
  return queryOptions<Dated<DataOf<E>>, FailedCall>({
    queryKey: key,
    staleTime,
    enabled,
    queryFn: async (context) => {
      const purpose = purposeOfRead(context)
      await ready(context.signal)
      const { body, asOf, requestId } = await ask(endpoint, input, context.signal, purpose)
      return { data: (body as { data: DataOf<E> }).data, asOf, requestId }
    },
  })
}
